/**
 * An NHS number as ten digits when its check digit is right, else null. Modulus 11 with weights 10 to 2; a
 * remainder giving 10 is never issued (NHS Data Dictionary, NHS NUMBER). A right check digit is not a traced
 * identity: that is `nhs_number_is_verified`.
 * @example readNhsNumber('999 000 0026') // null or the ten digits
 */
export function readNhsNumber(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return null;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) ? digits : null;
}
