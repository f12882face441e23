import { ExportButton } from "@/components/export/export-button";
import { Alert } from "@/components/ui/alert";
import type { ShownOrder } from "@/lib/domain/foreign-order";
import { foreignOrdersText as text } from "@/lib/messages/foreign-orders";
import { ForeignOrderCard } from "./foreign-order-card";
import { fileBeside } from "./intent-paths";

export function ForeignOrdersList({ orders, isBusy }: { orders: readonly ShownOrder[]; isBusy: boolean }) {
  const [order] = orders;
  return (
    <section className="grid gap-5" aria-label={text.title}>
      <Alert tone="waiting" title={text.title}>
        {text.lead}
      </Alert>
      {order && (
        <div className="flex justify-end">
          <ExportButton list="foreign-orders" state={fileBeside(order.intent.assetUuid)} />
        </div>
      )}
      {orders.map((order) => (
        <ForeignOrderCard key={order.intentHash} order={order} isBusy={isBusy} />
      ))}
    </section>
  );
}
