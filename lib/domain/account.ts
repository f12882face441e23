/** Of what the desk lets a person choose as password; AMP has rules of its own. */
export const MIN_PASSWORD = 12;
