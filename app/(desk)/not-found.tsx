import { Missing } from "./missing";

/** Inside the frame: navigation stays, and the frame's own landmark is the only one. */
export default function DeskNotFound() {
  return <Missing kinds={["user", "category"]} />;
}
