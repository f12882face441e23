import { optionsOf } from "@/components/data/list-table";
import { assignmentListText } from "@/lib/messages/assignment-list";
import { assignmentsText } from "@/lib/messages/assignments";

/** As the page hands them over. */
export const assignmentFilters = () => {
  const { filters, vested, blocked } = assignmentListText;
  return [
    { name: "state", label: filters.state, options: optionsOf(assignmentsText.states) },
    { name: "vested", label: filters.vested, options: optionsOf(vested) },
    { name: "blocked", label: filters.blocked, options: optionsOf(blocked) },
  ];
};
