import type { Province } from '@lianban/domain/province';

/** A district or county of Chongqing, or a prefecture of Sichuan. */
export interface DistrictSeed {
  /** Code of GB/T 2260. */
  readonly id: string;
  readonly province: Province;
  readonly nameZh: string;
  readonly nameEn: string;
}

type Row = readonly [id: string, nameZh: string, nameEn: string];

const chongqing: readonly Row[] = [
  ['500101', '万州区', 'Wanzhou'],
  ['500102', '涪陵区', 'Fuling'],
  ['500103', '渝中区', 'Yuzhong'],
  ['500104', '大渡口区', 'Dadukou'],
  ['500105', '江北区', 'Jiangbei'],
  ['500106', '沙坪坝区', 'Shapingba'],
  ['500107', '九龙坡区', 'Jiulongpo'],
  ['500108', '南岸区', "Nan'an"],
  ['500109', '北碚区', 'Beibei'],
  ['500110', '綦江区', 'Qijiang'],
  ['500111', '大足区', 'Dazu'],
  ['500112', '渝北区', 'Yubei'],
  ['500113', '巴南区', 'Banan'],
  ['500114', '黔江区', 'Qianjiang'],
  ['500115', '长寿区', 'Changshou'],
  ['500116', '江津区', 'Jiangjin'],
  ['500117', '合川区', 'Hechuan'],
  ['500118', '永川区', 'Yongchuan'],
  ['500119', '南川区', 'Nanchuan'],
  ['500120', '璧山区', 'Bishan'],
  ['500151', '铜梁区', 'Tongliang'],
  ['500152', '潼南区', 'Tongnan'],
  ['500153', '荣昌区', 'Rongchang'],
  ['500154', '开州区', 'Kaizhou'],
  ['500155', '梁平区', 'Liangping'],
  ['500156', '武隆区', 'Wulong'],
  ['500229', '城口县', 'Chengkou'],
  ['500230', '丰都县', 'Fengdu'],
  ['500231', '垫江县', 'Dianjiang'],
  ['500233', '忠县', 'Zhongxian'],
  ['500235', '云阳县', 'Yunyang'],
  ['500236', '奉节县', 'Fengjie'],
  ['500237', '巫山县', 'Wushan'],
  ['500238', '巫溪县', 'Wuxi'],
  ['500240', '石柱土家族自治县', 'Shizhu'],
  ['500241', '秀山土家族苗族自治县', 'Xiushan'],
  ['500242', '酉阳土家族苗族自治县', 'Youyang'],
  ['500243', '彭水苗族土家族自治县', 'Pengshui'],
];

const sichuan: readonly Row[] = [
  ['510100', '成都市', 'Chengdu'],
  ['510300', '自贡市', 'Zigong'],
  ['510400', '攀枝花市', 'Panzhihua'],
  ['510500', '泸州市', 'Luzhou'],
  ['510600', '德阳市', 'Deyang'],
  ['510700', '绵阳市', 'Mianyang'],
  ['510800', '广元市', 'Guangyuan'],
  ['510900', '遂宁市', 'Suining'],
  ['511000', '内江市', 'Neijiang'],
  ['511100', '乐山市', 'Leshan'],
  ['511300', '南充市', 'Nanchong'],
  ['511400', '眉山市', 'Meishan'],
  ['511500', '宜宾市', 'Yibin'],
  ['511600', '广安市', "Guang'an"],
  ['511700', '达州市', 'Dazhou'],
  ['511800', '雅安市', "Ya'an"],
  ['511900', '巴中市', 'Bazhong'],
  ['512000', '资阳市', 'Ziyang'],
  ['513200', '阿坝藏族羌族自治州', 'Aba'],
  ['513300', '甘孜藏族自治州', 'Garze'],
  ['513400', '凉山彝族自治州', 'Liangshan'],
];

const seedsOf = (province: Province, rows: readonly Row[]): readonly DistrictSeed[] =>
  rows.map(([id, nameZh, nameEn]) => ({ id, province, nameZh, nameEn }));

/** The districts of both provinces, as the national code of administrative divisions names them. */
export const districts: readonly DistrictSeed[] = [...seedsOf('CQ', chongqing), ...seedsOf('SC', sichuan)];
