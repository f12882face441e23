import { useRef, useState } from "react";

/** What stands at the fields of a form whose entries somebody else judges. Of several looks the last one counts. */
export function useProblems<Problems extends object>() {
  const [problems, setProblems] = useState<Partial<Problems>>({});
  const latest = useRef(0);
  /** @returns what was found; null when something was typed meanwhile, which has to be looked at anew */
  const look = async (finding: Promise<Partial<Problems>>): Promise<Partial<Problems> | null> => {
    latest.current += 1;
    const own = latest.current;
    const found = await finding;
    if (own !== latest.current) return null;
    setProblems(found);
    return found;
  };
  const forget = () => {
    latest.current += 1;
    setProblems({});
  };
  /** What is said goes when something is typed: until then a field that is left has nothing new to be asked about. */
  const isSaid = Object.keys(problems).length > 0;
  return { problems, isSaid, look, forget };
}
