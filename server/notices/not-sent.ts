/** A message that did not get through; its text is for people and names neither address nor answer. */
export class NotSent extends Error {
  override name = "NotSent";
}
