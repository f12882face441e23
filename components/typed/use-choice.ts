import { type RefObject, useEffect, useRef } from "react";
import { answerFor } from "./choices";

/**
 * Has a choice outlive the end of the session, as what is typed does. Its element bears `data-choice` with a name.
 * @param tell null: nothing is chosen
 */
export function useChoice<Place extends HTMLElement, T>(
  tell: () => T | null,
  take: (choice: T) => void,
): RefObject<Place | null> {
  const place = useRef<Place>(null);
  // After each drawing, with what is chosen then.
  useEffect(() => (place.current ? answerFor(place.current, tell, take) : undefined));
  return place;
}
