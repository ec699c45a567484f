import type { Theme } from './place.ts';

const colours = {
  default: {
    text: '#242424',
    quiet: '#5c5c5c',
    accent: '#4f52b2',
    good: '#0e700e',
    bad: '#b10e1c',
    warn: '#8a3707',
    ground: '#ffffff',
    box: '#f5f5f5',
  },
  dark: {
    text: '#ffffff',
    quiet: '#c7c7c7',
    accent: '#a6a7ff',
    good: '#9bd99b',
    bad: '#f1959f',
    warn: '#fdcfb4',
    ground: '#292929',
    box: '#383838',
  },
  contrast: {
    text: '#ffffff',
    quiet: '#ffffff',
    accent: '#1aebff',
    good: '#3ff23f',
    bad: '#ffff00',
    warn: '#ffff00',
    ground: '#000000',
    box: '#000000',
  },
} as const satisfies Record<Theme, Record<string, string>>;

function foreground(theme: Theme) {
  const { text, quiet, accent, good, bad, warn } = colours[theme];
  const both = (colour: string) => ({ default: colour, subtle: colour });
  return {
    default: { default: text, subtle: quiet },
    dark: { default: text, subtle: quiet },
    light: { default: quiet, subtle: quiet },
    accent: both(accent),
    good: both(good),
    attention: both(bad),
    warning: both(warn),
  };
}

/** Host configuration of the card renderer, in the looks of Teams' three themes. */
export function cardLooks(theme: Theme) {
  const { ground, box, text } = colours[theme];
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: foreground(theme) });
  return {
    fontFamily: '"Segoe UI", "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: text },
    supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    containerStyles: {
      default: style(ground),
      emphasis: style(box),
      accent: style(box),
      good: style(box),
      attention: style(box),
      warning: style(box),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: { label: { requiredInputs: { suffix: ' *' } } },
  };
}
