const PERCENT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const MONEY = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const SMALL_MONEY = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 2,
});

/** 0.956 is "95.6%". */
export const percent = (share: number) => PERCENT.format(share);

/** US dollars; of less than a dollar the first two digits: "$0.0034". */
export const money = (dollars: number) =>
  dollars > 0 && dollars < 1 ? SMALL_MONEY.format(dollars) : MONEY.format(dollars);
