/** Which columns of a list this browser chose last. It lives in a cookie, so that the server paints them at once. */
export const columnsCookie = (list: string): string => `ampdesk-columns-${list}`;
