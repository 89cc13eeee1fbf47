import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";
import { type Tone, toneSign, toneSoft } from "./tone";

/** The round sign in front of a conclusion. A number or another drawing may take the place of the tone's own. */
export function Sign({
  tone,
  icon,
  text,
}: {
  tone: Tone;
  icon?: IconName | undefined;
  text?: string | undefined;
}) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "flex h-5 w-5 shrink-0 items-center justify-center rounded-full text-xs font-semibold print:border",
        toneSoft[tone],
      )}
    >
      {text ?? <Icon name={icon ?? toneSign[tone]} size={13} />}
    </span>
  );
}
