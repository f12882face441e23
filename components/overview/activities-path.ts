/** Where the newest movements are read. */
export const ACTIVITIES_PATH = "/api/overview/activities";
