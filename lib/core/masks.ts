const stars = "********";

/** An identity number with its middle hidden (110109********0004); of shorter papers only the ends show. */
export function maskIdNumber(number: string): string {
  if (number.length === 18) return `${number.slice(0, 6)}${stars}${number.slice(-4)}`;
  return `${number.slice(0, 1)}${stars.slice(0, Math.max(3, number.length - 4))}${number.slice(-3)}`;
}

/** A mobile number with its middle hidden (138****0004). */
export function maskMobile(number: string): string {
  return `${number.slice(0, 3)}****${number.slice(-4)}`;
}

/** A card or account number with its middle hidden (6210 **** 0017). */
export function maskCard(number: string): string {
  return `${number.slice(0, 4)} **** ${number.slice(-4)}`;
}

/** A name with only the first character left (张*), for lists that others may see. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ""}*`;
}
