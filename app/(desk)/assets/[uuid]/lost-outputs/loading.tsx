export { TableSkeleton as default } from "@/components/ui/skeleton";
