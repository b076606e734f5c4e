import { theme, type ThemeConfig } from 'antd';
import type { Appearance } from './appearance.ts';

const shape = {
  borderRadius: 4,
  borderRadiusLG: 4,
  borderRadiusSM: 4,
  fontSize: 14,
  controlHeight: 32,
  controlHeightSM: 24,
  boxShadow: 'none',
  fontFamily: 'inherit',
  motion: false,
} as const;

const light = {
  colorPrimary: '#1b56a0',
  colorLink: '#1b56a0',
  colorText: '#1a1f27',
  colorTextSecondary: '#454d59',
  colorTextTertiary: '#5d6673',
  colorTextDescription: '#5d6673',
  colorTextPlaceholder: '#656e7b',
  colorTextDisabled: '#5d6673',
  colorBgContainer: '#ffffff',
  colorBgLayout: '#f6f7f9',
  colorBorder: '#848d9a',
  colorBorderSecondary: '#e1e4e9',
  colorSplit: '#e1e4e9',
  colorError: '#b3201a',
  colorWarning: '#a84300',
  colorSuccess: '#1c7a3e',
  colorTextLightSolid: '#ffffff',
} as const;

// The dark algorithm paints #7db2f0 as #6d9acf; white on it would be 2.9 : 1, so the text on it is dark.
const dark = {
  colorPrimary: '#7db2f0',
  colorLink: '#7db2f0',
  colorText: '#e8ebef',
  colorTextSecondary: '#bcc3cd',
  colorTextTertiary: '#9aa3b0',
  colorTextDescription: '#9aa3b0',
  colorTextPlaceholder: '#9aa3b0',
  colorTextDisabled: '#9aa3b0',
  colorBgBase: '#15181d',
  colorBgContainer: '#15181d',
  colorBgElevated: '#1b1f25',
  colorBgLayout: '#1b1f25',
  colorBorder: '#78818e',
  colorBorderSecondary: '#2e343d',
  colorSplit: '#2e343d',
  colorError: '#ff8f87',
  colorWarning: '#ff9f57',
  colorSuccess: '#6fce91',
  colorTextLightSolid: '#0c1420',
} as const;

/** antd drawn with the same palette as `tokens.css`; every text colour keeps 4.5 : 1 in both appearances. */
export function antdTheme(appearance: Appearance): ThemeConfig {
  return appearance === 'dark'
    ? { algorithm: theme.darkAlgorithm, token: { ...shape, ...dark } }
    : { algorithm: theme.defaultAlgorithm, token: { ...shape, ...light } };
}
