/**
 * How often a reading that takes AMP long is repeated by time: AMP may be busy with it for one part in so many, and rests
 * for as many times as long as it took.
 */
export const REST_PER_READING = 20;
