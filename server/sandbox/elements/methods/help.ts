import { type Method, nodeMethod } from "../method";
import { usageOf } from "../usage";

/** The list of all methods with their arguments, or one of them. */
export const helpMethods = (methods: () => ReadonlyMap<string, Method>): Record<string, Method> => ({
  help: nodeMethod({
    params: ["command"],
    run: async (_, params) => {
      const named = params.text(0, "");
      const method = methods().get(named);
      if (named !== "") return method ? usageOf(named, method) : `help: unknown command: ${named}`;
      return [...methods()]
        .map(([name, one]) => usageOf(name, one))
        .sort()
        .join("\n");
    },
  }),
});
