import { catalogue } from "./catalogue";

/** An operation whose order is run elsewhere from its beginning. */
export const startByHandText = catalogue("startByHandText", {
  button: "Order it, and run it elsewhere",
  title: "Order it and run it elsewhere?",
  consequence:
    "AMP is asked for the order, and the desk hands it out as a file. The desk sends nothing: run the file where the asset's coins are, with the official client.",
  done: "The desk asks AMP for the order.",
});
