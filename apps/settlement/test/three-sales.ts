import { aLine, aSplit, fullRefund, partialRefund, payment, type Split } from './a-sale';

/** One partly refunded, one whose every id has a colon, one wholly refunded. */
export const threeSales: Split[] = [
  aSplit({ lines: [aLine({ steps: [payment, partialRefund] })] }),
  aSplit({
    orderId: 'date:2020',
    channelId: 'shop:x',
    brandId: ':br',
    paymentChannel: 'ali:pay',
    lines: [
      aLine({
        outcome: 'organic',
        steps: [{ ...payment, shares: [{ share: 'brand', partyId: ':br', amountFen: 20_400 }] }],
      }),
    ],
  }),
  aSplit({ orderId: 'o-3', lines: [aLine({ lineNo: 7, steps: [payment, fullRefund] })] }),
];
