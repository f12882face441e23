/** Once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { speakTheirLanguages } = await import("@/server/platform/request-language");
  speakTheirLanguages();
}
