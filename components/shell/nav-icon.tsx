import ClipboardCheck from "lucide-react/icons/clipboard-check";
import Coins from "lucide-react/icons/coins";
import FileText from "lucide-react/icons/file-text";
import FlaskConical from "lucide-react/icons/flask-conical";
import LayoutGrid from "lucide-react/icons/layout-grid";
import ScrollText from "lucide-react/icons/scroll-text";
import Settings from "lucide-react/icons/settings-2";
import Tags from "lucide-react/icons/tags";
import UserCog from "lucide-react/icons/user-cog";
import Users from "lucide-react/icons/users";
import Vault from "lucide-react/icons/vault";
import Wallet from "lucide-react/icons/wallet";
import type { NavIconName } from "@/lib/nav";

const icons: Record<NavIconName, typeof Users> = {
  overview: LayoutGrid,
  assets: Coins,
  users: Users,
  gaids: Wallet,
  categories: Tags,
  managers: UserCog,
  requests: ClipboardCheck,
  treasury: Vault,
  reports: FileText,
  audit: ScrollText,
  settings: Settings,
  sandbox: FlaskConical,
};

export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = icons[name];
  return <Icon aria-hidden strokeWidth={1.75} className="size-4 shrink-0" />;
}
