import { Alert } from "@/components/ui/alert";
import type { ForeignOrder } from "@/lib/domain/foreign-order";
import { foreignOrdersText as text } from "@/lib/messages/foreign-orders";
import { ForeignOrderCard } from "./foreign-order-card";

export function ForeignOrdersList({ orders, isBusy }: { orders: readonly ForeignOrder[]; isBusy: boolean }) {
  return (
    <section className="grid gap-5" aria-label={text.title}>
      <Alert tone="waiting" title={text.title}>
        {text.lead}
      </Alert>
      {orders.map((order) => (
        <ForeignOrderCard key={order.intentHash} order={order} isBusy={isBusy} />
      ))}
    </section>
  );
}
