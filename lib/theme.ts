/** The person's choice of theme. It lives in a cookie, so that the server paints the right one at once. */
const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const THEME_COOKIE = "ampdesk-theme";

export const parseTheme = (value: string | undefined): Theme =>
  themes.find((theme) => theme === value) ?? "system";

/** The class of <html>; none leaves the choice to the system. */
export const themeClass = (theme: Theme): string => (theme === "system" ? "" : theme);
