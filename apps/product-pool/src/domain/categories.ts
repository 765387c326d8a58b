/** One category: its own part of the id, its names, and what it is divided into. A leaf is divided no further. */
export type Branch = readonly [part: string, name: string, nameEn: string, below?: readonly Branch[]];

/** When the tree below was written. */
export const FIRST_CATEGORIES_AT = '2026-11-01T00:00:00.000Z';

/**
 * What is sold, as shoppers look for it: two to three levels. An id is the path of its parts (`food.snacks.nuts`).
 * An installation begins with this tree; from then on its own, in the database, is what operators make of it.
 */
export const categories: readonly Branch[] = [
  [
    'food',
    '食品饮料',
    'Food & Drinks',
    [
      [
        'snacks',
        '休闲零食',
        'Snacks',
        [
          ['nuts', '坚果炒货', 'Nuts & Seeds'],
          ['biscuits', '饼干糕点', 'Biscuits & Pastry'],
          ['candy', '糖果巧克力', 'Candy & Chocolate'],
          ['jerky', '肉干肉脯', 'Dried Meat'],
          ['dried-fruit', '蜜饯果干', 'Dried & Candied Fruit'],
        ],
      ],
      [
        'drinks',
        '酒水饮料',
        'Drinks',
        [
          ['tea', '茶叶', 'Tea'],
          ['coffee', '咖啡冲饮', 'Coffee & Instant Drinks'],
          ['dairy', '牛奶乳品', 'Milk & Dairy'],
          ['juice-water', '果汁与水', 'Juice & Water'],
          ['liquor', '白酒', 'Chinese Liquor'],
          ['wine-beer', '葡萄酒与啤酒', 'Wine & Beer'],
        ],
      ],
      [
        'grain-oil',
        '粮油调味',
        'Grain, Oil & Seasoning',
        [
          ['rice-noodles', '米面杂粮', 'Rice, Noodles & Grain'],
          ['oil', '食用油', 'Cooking Oil'],
          ['seasoning', '调味品', 'Seasoning'],
          ['instant-meals', '方便速食', 'Instant Meals'],
        ],
      ],
    ],
  ],
  [
    'fresh',
    '生鲜农产',
    'Fresh & Farm',
    [
      ['fruit', '水果', 'Fruit'],
      ['vegetables', '蔬菜', 'Vegetables'],
      ['meat-eggs', '肉禽蛋', 'Meat, Poultry & Eggs'],
      ['seafood', '海鲜水产', 'Seafood'],
      ['frozen', '冷冻食品', 'Frozen Food'],
      ['honey-specialities', '土特产与蜂蜜', 'Regional Specialities & Honey'],
    ],
  ],
  [
    'beauty',
    '美妆护肤',
    'Beauty',
    [
      [
        'skincare',
        '护肤',
        'Skin Care',
        [
          ['cleansing', '洁面卸妆', 'Cleansing'],
          ['serum-cream', '精华面霜', 'Serum & Cream'],
          ['masks', '面膜', 'Masks'],
          ['sun-care', '防晒', 'Sun Care'],
          ['men', '男士护肤', 'Men’s Skin Care'],
        ],
      ],
      [
        'make-up',
        '彩妆',
        'Make-up',
        [
          ['base', '底妆', 'Base'],
          ['lips', '唇妆', 'Lips'],
          ['eyes', '眼妆', 'Eyes'],
          ['tools', '美妆工具', 'Make-up Tools'],
        ],
      ],
      ['fragrance', '香水香氛', 'Fragrance'],
    ],
  ],
  [
    'care',
    '个护清洁',
    'Personal Care & Cleaning',
    [
      ['hair', '洗发护发', 'Hair Care'],
      ['body', '身体护理', 'Body Care'],
      ['oral', '口腔护理', 'Oral Care'],
      ['feminine', '女性护理', 'Feminine Care'],
      ['laundry', '衣物清洁', 'Laundry'],
      ['household-cleaning', '家庭清洁', 'Household Cleaning'],
      ['tissue', '纸品湿巾', 'Tissue & Wipes'],
    ],
  ],
  [
    'clothing',
    '服饰内衣',
    'Clothing',
    [
      [
        'women',
        '女装',
        'Women’s Clothing',
        [
          ['dresses', '连衣裙', 'Dresses'],
          ['tops', '上衣', 'Tops'],
          ['trousers-skirts', '裤装与半身裙', 'Trousers & Skirts'],
          ['coats', '外套', 'Coats'],
          ['knitwear', '毛衣针织', 'Knitwear'],
        ],
      ],
      [
        'men',
        '男装',
        'Men’s Clothing',
        [
          ['tops', '上衣', 'Tops'],
          ['trousers', '裤装', 'Trousers'],
          ['coats', '外套', 'Coats'],
        ],
      ],
      ['underwear', '内衣家居服', 'Underwear & Loungewear'],
      ['hosiery', '袜子', 'Socks & Hosiery'],
      ['accessories', '服饰配件', 'Accessories'],
      ['hanfu', '汉服与民族服饰', 'Hanfu & Ethnic Clothing'],
    ],
  ],
  [
    'shoes-bags',
    '鞋靴箱包',
    'Shoes & Bags',
    [
      ['women-shoes', '女鞋', 'Women’s Shoes'],
      ['men-shoes', '男鞋', 'Men’s Shoes'],
      ['bags', '女包', 'Handbags'],
      ['men-bags', '男包', 'Men’s Bags'],
      ['luggage', '旅行箱', 'Luggage'],
      ['small-leather', '小皮具', 'Small Leather Goods'],
    ],
  ],
  [
    'sports',
    '运动户外',
    'Sports & Outdoors',
    [
      ['sportswear', '运动服', 'Sportswear'],
      ['sports-shoes', '运动鞋', 'Sports Shoes'],
      ['fitness', '健身器材', 'Fitness Equipment'],
      ['camping', '露营装备', 'Camping'],
      ['cycling', '骑行', 'Cycling'],
      ['fishing', '垂钓', 'Fishing'],
      ['ball-games', '球类', 'Ball Games'],
    ],
  ],
  [
    'mother-baby',
    '母婴玩具',
    'Mother, Baby & Toys',
    [
      ['nappies', '纸尿裤', 'Nappies'],
      ['formula', '奶粉辅食', 'Formula & Baby Food'],
      ['feeding', '喂养用品', 'Feeding'],
      ['baby-care', '洗护用品', 'Baby Care'],
      ['children-clothing', '童装童鞋', 'Children’s Clothing & Shoes'],
      ['toys', '玩具', 'Toys'],
      ['maternity', '孕产用品', 'Maternity'],
      ['prams', '童车安全座椅', 'Prams & Car Seats'],
    ],
  ],
  [
    'home',
    '家居家装',
    'Home',
    [
      [
        'textiles',
        '家纺',
        'Home Textiles',
        [
          ['bedding', '床品', 'Bedding'],
          ['duvets-pillows', '被子枕头', 'Duvets & Pillows'],
          ['towels', '毛巾浴巾', 'Towels'],
          ['curtains', '窗帘地毯', 'Curtains & Rugs'],
        ],
      ],
      [
        'kitchen',
        '厨房用品',
        'Kitchen',
        [
          ['cookware', '锅具', 'Cookware'],
          ['tableware', '餐具', 'Tableware'],
          ['cups', '水杯保温杯', 'Cups & Flasks'],
          ['food-storage', '保鲜收纳', 'Food Storage'],
        ],
      ],
      ['storage', '收纳整理', 'Storage'],
      ['furniture', '家具', 'Furniture'],
      ['lighting', '灯具', 'Lighting'],
      ['hardware', '五金工具', 'Hardware & Tools'],
      ['decoration', '家居饰品', 'Decoration'],
    ],
  ],
  [
    'appliances',
    '家用电器',
    'Appliances',
    [
      ['kitchen', '厨房电器', 'Kitchen Appliances'],
      ['cleaning', '清洁电器', 'Cleaning Appliances'],
      ['personal', '个护电器', 'Personal Care Appliances'],
      ['large', '大家电', 'Large Appliances'],
      ['climate', '取暖与风扇', 'Heaters & Fans'],
    ],
  ],
  [
    'electronics',
    '数码电子',
    'Electronics',
    [
      ['phones', '手机', 'Phones'],
      ['phone-accessories', '手机配件', 'Phone Accessories'],
      ['audio', '耳机音响', 'Audio'],
      ['computers', '电脑办公', 'Computers & Office'],
      ['wearables', '智能穿戴', 'Wearables'],
      ['cameras', '摄影摄像', 'Cameras'],
    ],
  ],
  [
    'jewellery',
    '珠宝文玩',
    'Jewellery & Collectables',
    [
      ['gold', '黄金饰品', 'Gold'],
      ['jade', '翡翠玉石', 'Jade'],
      ['pearls', '珍珠', 'Pearls'],
      ['silver', '银饰', 'Silver'],
      ['beads', '文玩手串', 'Beads & Bracelets'],
      ['watches', '钟表', 'Watches'],
      ['teaware', '茶具紫砂', 'Teaware & Zisha'],
    ],
  ],
  [
    'books',
    '图书教育',
    'Books & Learning',
    [
      ['children', '童书', 'Children’s Books'],
      ['general', '社科文学', 'Literature & Non-fiction'],
      ['textbooks', '教辅考试', 'Study Aids & Exams'],
      ['stationery', '文具', 'Stationery'],
    ],
  ],
  [
    'pets-plants',
    '宠物园艺',
    'Pets & Plants',
    [
      ['pet-food', '宠物食品', 'Pet Food'],
      ['pet-supplies', '宠物用品', 'Pet Supplies'],
      ['plants', '花卉绿植', 'Plants & Flowers'],
      ['gardening', '园艺用品', 'Gardening'],
    ],
  ],
  [
    'health',
    '保健滋补',
    'Health',
    [
      ['supplements', '营养保健品', 'Supplements'],
      ['tonics', '传统滋补', 'Traditional Tonics'],
      ['devices', '医疗器械', 'Medical Devices'],
    ],
  ],
  [
    'car',
    '汽车用品',
    'Car',
    [
      ['care', '汽车清洁保养', 'Car Care'],
      ['interior', '车内用品', 'Car Interior'],
      ['electronics', '车载电器', 'Car Electronics'],
    ],
  ],
];
