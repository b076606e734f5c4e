/** SELECT expression: the limits that hold in a case, as frozen at its opening and revised since; needs `case_file f` and its opening as `case_event o`. */
export const termsNow = `(o.input #> '{opening,terms}') || coalesce((SELECT jsonb_object_agg(t.key, t.value ORDER BY r.version)
  FROM case_event r, jsonb_each(r.input -> 'terms') t WHERE r.case_id = f.case_id AND r.kind = 'redate'), '{}')`;
