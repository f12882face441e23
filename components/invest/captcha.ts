interface Recaptcha {
  ready(then: () => void): void;
  execute(siteKey: string, options: { action: string }): Promise<string>;
}

const ACTION = "faucet";
let loading: Promise<Recaptcha> | undefined;

/** Google's script is fetched when somebody presses the button, and not by opening the page. */
function load(siteKey: string): Promise<Recaptcha> {
  loading ??= new Promise<Recaptcha>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `https://www.google.com/recaptcha/api.js?render=${encodeURIComponent(siteKey)}`;
    script.onload = () => {
      const { grecaptcha } = window as unknown as { grecaptcha: Recaptcha };
      grecaptcha.ready(() => resolve(grecaptcha));
    };
    script.onerror = () => {
      loading = undefined;
      reject(new Error("reCAPTCHA did not load"));
    };
    document.head.append(script);
  });
  return loading;
}

/** A token that the service has Google check; it holds for two minutes and once. */
export const captchaToken = async (siteKey: string): Promise<string> =>
  (await load(siteKey)).execute(siteKey, { action: ACTION });
