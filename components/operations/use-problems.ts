import { type FocusEvent, type FormEvent, useRef, useState } from "react";

/**
 * What stands at the fields of a form whose entries somebody else judges. Of several looks the last one counts, and of it
 * what concerns fields in which nobody has typed meanwhile.
 */
export function useProblems<Problems extends object>() {
  const [problems, setProblems] = useState<Partial<Problems>>({});
  const latest = useRef(0);
  const typed = useRef(new Set<string>());
  const lookAt = async (finding: Promise<Partial<Problems>>, show: (found: Partial<Problems>) => void) => {
    latest.current += 1;
    const own = latest.current;
    const found = await finding;
    if (own !== latest.current) return null;
    show(without(found, typed.current));
    return found;
  };
  /** The whole form. @returns what was found; null when something was typed meanwhile: it has to be looked at anew */
  const look = async (finding: Promise<Partial<Problems>>): Promise<Partial<Problems> | null> => {
    typed.current.clear();
    const found = await lookAt(finding, setProblems);
    return typed.current.size === 0 ? found : null;
  };
  /** For a field that is left: asks only when something was typed into it, and keeps what is said of the others. */
  const leave = ({ target }: FocusEvent, ask: () => Promise<Partial<Problems>>): void => {
    if (typed.current.delete((target as HTMLInputElement).name))
      void lookAt(ask(), (found) => setProblems((said) => ({ ...said, ...found })));
  };
  /** For the form's `onInput`: what is said of a field goes when something is typed into it. */
  const forget = ({ target }: FormEvent): void => {
    const { name } = target as HTMLInputElement;
    typed.current.add(name);
    setProblems((said) => (name in said ? without(said, typed.current) : said));
  };
  return { problems, look, leave, forget };
}

const without = <Problems extends object>(
  problems: Partial<Problems>,
  names: ReadonlySet<string>,
): Partial<Problems> =>
  Object.fromEntries(Object.entries(problems).filter(([name]) => !names.has(name))) as Partial<Problems>;
