import { Outlet } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useLanguage } from '../locales/index.ts';
import { antdTheme } from '../theme/antd.ts';
import { useAppearance } from '../theme/appearance.ts';

/** What makes the styles that antd writes into the page acceptable to its content policy; empty where it has none. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Gives the pages below it antd in the language and appearance of the console. Loaded with the first page that has a form. */
export default function AntdScope(): ReactNode {
  const { language } = useLanguage();
  const appearance = useAppearance();
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={antdTheme(appearance)}
      locale={language === 'zh-CN' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <Outlet />
    </ConfigProvider>
  );
}
