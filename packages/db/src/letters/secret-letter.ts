/** Why a case is secret that a letter out of a secret case opened, or that such a letter came to. */
export const BY_LETTER = '来函涉及对方保密案件';
