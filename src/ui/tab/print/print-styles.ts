import { makeStyles } from '@fluentui/react-components';

/** On paper nothing but the sheets; black on white in every theme, because paper is white. */
export const printRules = `
@page { size: A4 portrait; margin: 10mm; }
@media print {
  body > *, #root > * { background: none !important; }
  header, footer, .not-printed, .not-printed * { display: none !important; }
  main { display: block !important; padding: 0 !important; }
  html { color-scheme: light !important; background: #fff !important; }
  .sheets { overflow: visible !important; border: 0 !important; padding: 0 !important; background: none !important; display: block !important; }
  .sheet { box-shadow: none !important; padding: 0 !important; width: auto !important; margin: 0 !important; break-after: page; }
  .sheet:last-child { break-after: auto; }
}`;

/** Inside the margins of an A4 page, in millimetres; a little less than there is, for the rounding of browsers. */
export const sheetWidth = 190;
export const sheetHeight = 274;

export const useSheetStyles = makeStyles({
  sheets: {
    display: 'grid',
    gap: '16px',
    justifyItems: 'start',
    overflowX: 'auto',
    padding: '16px',
    backgroundColor: '#767676',
  },
  sheet: {
    boxSizing: 'content-box',
    width: `${sheetWidth}mm`,
    padding: '10mm',
    backgroundColor: '#fff',
    color: '#000',
    fontFamily: '"Segoe UI", "Noto Sans", Arial, sans-serif',
    lineHeight: 1.25,
    boxShadow: '0 2px 8px rgb(0 0 0 / 40%)',
  },
  title: { fontSize: '1.6em', margin: 0 },
  otherTitle: { margin: 0, fontSize: '1.1em' },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: '4mm', marginBottom: '2mm' },
  reference: { textAlign: 'end', whiteSpace: 'nowrap' },
  row: { display: 'flex', borderTop: '0.3mm solid #000', breakInside: 'avoid' },
  rows: { borderBottom: '0.3mm solid #000', borderLeft: '0.3mm solid #000', borderRight: '0.3mm solid #000' },
  cell: { flex: '1 1 0', minWidth: 0, padding: '0.8mm 1.5mm', '& + &': { borderLeft: '0.3mm solid #000' } },
  label: { fontWeight: 600, fontSize: '0.86em', display: 'block' },
  other: { fontWeight: 400, fontStyle: 'italic' },
  value: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', margin: 0, minHeight: '1.25em' },
  foot: { marginTop: '2mm', fontSize: '0.86em' },
});
