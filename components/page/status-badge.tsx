import { Chip } from "@/components/ui/chip";
import { Icon, type IconName } from "@/components/ui/icon";
import { type Tone, toneSign } from "@/components/ui/tone";

type StatusBadgeProps = {
  tone: Tone;
  label: string;
  /** Takes the place of the sign of the tone. */
  icon?: IconName | undefined;
};

/** A state as sign and word, so that it can be told apart without its colour. */
export function StatusBadge({ tone, label, icon }: StatusBadgeProps) {
  return (
    <Chip tone={tone}>
      <Icon name={icon ?? toneSign[tone]} size={11} />
      {label}
    </Chip>
  );
}
