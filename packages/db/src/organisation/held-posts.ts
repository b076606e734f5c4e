/** SQL: the day in Beijing. */
export const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/**
 * SQL: the posts in which somebody may act on that day, to be given an alias: within their days, of an account that is not
 * disabled, and under an authority letter that is valid where there is one (许可法29). The one place that says so.
 */
export const postsHeldOn = (day: string): string => `(
  SELECT o.* FROM post o JOIN person holder ON holder.id = o.person_id WHERE holder.disabled_at IS NULL
    AND o.since <= ${day} AND (o.until IS NULL OR o.until >= ${day})
    AND (o.letter_from IS NULL OR o.letter_from <= ${day}) AND (o.letter_to IS NULL OR o.letter_to >= ${day}))`;

/** SQL: {@link postsHeldOn} today. */
export const heldPosts = postsHeldOn(TODAY);
