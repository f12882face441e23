import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LanguageChoice } from "@/components/shell/language-choice";
import { Mark } from "@/components/shell/mark";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Alert } from "@/components/ui/alert";
import { commonText } from "@/lib/messages/common";
import { signInText } from "@/lib/messages/sign-in";
import { routes, safeNext } from "@/lib/routes";
import { currentActor } from "@/server/auth/actor";
import { readSessionSecret } from "@/server/auth/next-auth";
import { environments } from "@/server/platform/environments";

export const generateMetadata = (): Metadata => ({ title: signInText.title });

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? next : undefined;
  if (await currentActor()) redirect(safeNext(wanted));
  const notice = await noticeFor(wanted);
  const names = environments().map((environment) => environment.name);
  return (
    <main className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <section className="flex flex-col justify-center px-4 py-10 sm:px-10">
        <div className="mx-auto w-full max-w-md">
          <p className="mb-8 flex items-center gap-2.5 font-semibold text-lg">
            <Mark />
            {commonText.product}
          </p>
          <h1 className="font-semibold text-2xl">{signInText.title}</h1>
          <p className="mt-1 mb-6 text-muted-foreground">{signInText.lead}</p>
          {notice && (
            <div className="mb-5">
              <Alert tone="info" title={notice}>
                {notice === signInText.ended && signInText.endedText}
              </Alert>
            </div>
          )}
          {names.length === 0 ? (
            <Alert tone="blocked" title={signInText.noEnvironment}>
              {signInText.noEnvironmentText}
            </Alert>
          ) : (
            <SignInForm environments={names} next={wanted ?? ""} />
          )}
          <div className="mt-8">
            <LanguageChoice />
          </div>
        </div>
      </section>
      <aside className="ledger-lines hidden items-center border-border border-s bg-sunken lg:flex">
        <ul className="mx-auto grid max-w-md gap-6 px-10">
          {signInText.points.map((point) => (
            <li key={point} className="border-primary border-s-2 ps-4 text-base">
              {point}
            </li>
          ))}
        </ul>
      </aside>
    </main>
  );
}

/** Why somebody stands here instead of where they wanted to go; who opens the desk for the first time had no session. */
async function noticeFor(wanted: string | undefined): Promise<string | null> {
  if (!wanted) return null;
  if (await readSessionSecret()) return signInText.ended;
  return wanted === routes.overview ? null : signInText.wanted;
}
