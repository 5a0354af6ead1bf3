import { IconMapPin, IconPhone, IconVideo, type Icon } from "@tabler/icons-react";
import type { Kind } from "@/api/interviews";

const glyphs: Record<Kind, Icon> = { phone: IconPhone, video: IconVideo, onsite: IconMapPin };

export function KindGlyph({ kind, size = 15 }: { kind: Kind; size?: number }) {
  const Sign = glyphs[kind];
  return <Sign size={size} stroke={1.7} aria-hidden="true" className="meet-glyph" />;
}
