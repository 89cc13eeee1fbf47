import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { type Tone, toneSign } from "@/components/ui/tone";

/** A state as sign and word, so that it can be told apart without its colour. */
export function StatusBadge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <Chip tone={tone}>
      <Icon name={toneSign[tone]} size={11} />
      {label}
    </Chip>
  );
}
