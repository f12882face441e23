/** Of a password that the desk lets a person choose, or makes; AMP has rules of its own. */
export const MIN_PASSWORD = 12;
