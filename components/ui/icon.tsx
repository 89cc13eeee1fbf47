const strokes = {
  check: "M3.5 8.5l3 3 6-7",
  bang: "M8 3v6.2M8 12.2v.6",
  cross: "M4.5 4.5l7 7M11.5 4.5l-7 7",
  question: "M5.6 5.8a2.4 2.4 0 1 1 3.5 2.1C8.3 8.4 8 8.8 8 9.6M8 12.2v.6",
  circle: "M8 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
  info: "M8 7v5.5M8 3.6v.6",
  arrow: "M3 8h9.5M8.8 4.3L12.5 8l-3.7 3.7",
  back: "M10 3.5L5.5 8l4.5 4.5",
  next: "M6 3.5L10.5 8L6 12.5",
  down: "M4 6.2L8 10.2l4-4",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  search: "M7.2 12a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6zM10.8 10.8L14 14",
  download: "M8 2.5v7.5M4.8 7L8 10.2L11.2 7M3 13.3h10",
  upload: "M8 10.5V3M4.8 6L8 2.8L11.2 6M3 13.3h10",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  plus: "M8 3.5v9M3.5 8h9",
  minus: "M3.5 8h9",
  file: "M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.3h3.3",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2",
} as const;

export type IconName = keyof typeof strokes;

/** A line drawing in the colour of the text. It is decoration: the words beside it carry the meaning. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="shrink-0"
      fill="none"
      focusable="false"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.6}
      viewBox="0 0 16 16"
      width={size}
    >
      <path d={strokes[name]} />
    </svg>
  );
}
