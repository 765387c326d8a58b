/** What brands of a top category call their things: Chinese, then English. */
export const nouns: Record<string, ReadonlyArray<readonly [string, string]>> = {
  food: [
    ['每日坚果', 'Daily Nuts'],
    ['坚果礼盒', 'Nut Gift Box'],
    ['核桃仁', 'Walnut Kernels'],
    ['牛肉干', 'Beef Jerky'],
    ['黑巧克力', 'Dark Chocolate'],
    ['苏打饼干', 'Soda Biscuits'],
    ['龙井绿茶', 'Longjing Green Tea'],
    ['挂耳咖啡', 'Drip Coffee'],
    ['纯牛奶', 'Whole Milk'],
    ['东北大米', 'Northeast Rice'],
    ['螺蛳粉', 'Snail Noodles'],
    ['花生油', 'Peanut Oil'],
  ],
  fresh: [
    ['红心柚子', 'Red Pomelo'],
    ['红富士苹果', 'Fuji Apple'],
    ['赣南脐橙', 'Gannan Navel Orange'],
    ['土鸡蛋', 'Farm Eggs'],
    ['大闸蟹', 'Hairy Crab'],
    ['冷冻虾仁', 'Frozen Shrimp'],
    ['百花蜂蜜', 'Blossom Honey'],
    ['糯玉米', 'Sweet Corn'],
  ],
  beauty: [
    ['补水面膜', 'Hydrating Mask'],
    ['氨基酸洁面', 'Amino Cleanser'],
    ['玻尿酸精华', 'Hyaluronic Serum'],
    ['防晒霜', 'Sunscreen'],
    ['哑光口红', 'Matte Lipstick'],
    ['气垫粉底', 'Cushion Foundation'],
    ['睫毛膏', 'Mascara'],
    ['木质香水', 'Woody Perfume'],
  ],
  care: [
    ['控油洗发水', 'Oil Control Shampoo'],
    ['护发素', 'Conditioner'],
    ['沐浴露', 'Body Wash'],
    ['电动牙刷', 'Electric Toothbrush'],
    ['洗衣凝珠', 'Laundry Pods'],
    ['抽纸整箱', 'Tissue Carton'],
    ['卫生巾', 'Sanitary Pads'],
  ],
  clothing: [
    ['碎花连衣裙', 'Floral Dress'],
    ['纯棉衬衫', 'Cotton Shirt'],
    ['羊毛大衣', 'Wool Coat'],
    ['针织开衫', 'Knit Cardigan'],
    ['阔腿牛仔裤', 'Wide Leg Jeans'],
    ['莫代尔内衣', 'Modal Underwear'],
    ['马面裙', 'Horse Face Skirt'],
    ['短袜套装', 'Ankle Socks'],
  ],
  'shoes-bags': [
    ['真皮单鞋', 'Leather Flats'],
    ['运动鞋', 'Trainers'],
    ['斜挎包', 'Crossbody Bag'],
    ['拉杆箱', 'Rolling Suitcase'],
    ['短款钱包', 'Short Wallet'],
    ['双肩背包', 'Backpack'],
  ],
  sports: [
    ['瑜伽垫', 'Yoga Mat'],
    ['速干短袖', 'Quick Dry Shirt'],
    ['露营帐篷', 'Camping Tent'],
    ['折叠桌椅', 'Folding Table'],
    ['碳素鱼竿', 'Carbon Fishing Rod'],
    ['羽毛球拍', 'Badminton Racket'],
    ['骑行头盔', 'Cycling Helmet'],
  ],
  'mother-baby': [
    ['婴儿纸尿裤', 'Baby Nappies'],
    ['幼儿奶粉', 'Toddler Formula'],
    ['硅胶奶瓶', 'Silicone Bottle'],
    ['积木玩具', 'Building Blocks'],
    ['儿童羽绒服', 'Children Down Jacket'],
    ['安全座椅', 'Car Seat'],
  ],
  home: [
    ['全棉四件套', 'Cotton Bedding Set'],
    ['羽绒被', 'Down Duvet'],
    ['乳胶枕头', 'Latex Pillow'],
    ['不粘锅', 'Nonstick Pan'],
    ['骨瓷餐具', 'Bone China Set'],
    ['保温杯', 'Vacuum Flask'],
    ['收纳箱', 'Storage Box'],
    ['护眼台灯', 'Desk Lamp'],
  ],
  appliances: [
    ['空气炸锅', 'Air Fryer'],
    ['电饭煲', 'Rice Cooker'],
    ['扫地机器人', 'Robot Vacuum'],
    ['吹风机', 'Hair Dryer'],
    ['破壁机', 'Blender'],
    ['循环风扇', 'Circulating Fan'],
  ],
  electronics: [
    ['蓝牙耳机', 'Bluetooth Earphones'],
    ['快充充电器', 'Fast Charger'],
    ['机械键盘', 'Mechanical Keyboard'],
    ['智能手表', 'Smart Watch'],
    ['手机壳', 'Phone Case'],
    ['行车记录仪', 'Dash Camera'],
  ],
  jewellery: [
    ['足金吊坠', 'Gold Pendant'],
    ['翡翠手镯', 'Jade Bangle'],
    ['淡水珍珠项链', 'Freshwater Pearls'],
    ['纯银耳钉', 'Silver Studs'],
    ['紫砂壶', 'Zisha Teapot'],
    ['机械腕表', 'Automatic Watch'],
  ],
  books: [
    ['儿童绘本', 'Picture Book'],
    ['历史小说', 'Historical Novel'],
    ['考研真题', 'Exam Papers'],
    ['中性笔套装', 'Gel Pens'],
  ],
  'pets-plants': [
    ['冻干猫粮', 'Freeze Dried Cat Food'],
    ['狗粮', 'Dog Food'],
    ['豆腐猫砂', 'Tofu Cat Litter'],
    ['多肉盆栽', 'Potted Succulent'],
    ['园艺剪刀', 'Garden Shears'],
  ],
  health: [
    ['复合维生素', 'Multivitamin'],
    ['即食燕窝', 'Ready Bird Nest'],
    ['西洋参片', 'Ginseng Slices'],
    ['血压计', 'Blood Pressure Monitor'],
  ],
  car: [
    ['车载香薰', 'Car Diffuser'],
    ['洗车液', 'Car Shampoo'],
    ['四季坐垫', 'Seat Cushion'],
    ['胎压监测', 'Tyre Monitor'],
  ],
};

/** For a category that nobody has thought of words for. */
export const anything: ReadonlyArray<readonly [string, string]> = [['好物精选', 'Daily Choice']];

export const qualities: ReadonlyArray<readonly [string, string]> = [
  ['有机', 'Organic'],
  ['新鲜', 'Fresh'],
  ['精选', 'Select'],
  ['轻奢', 'Premium'],
  ['复古', 'Vintage'],
  ['便携', 'Portable'],
  ['加厚', 'Thick'],
  ['清爽', 'Light'],
  ['经典', 'Classic'],
  ['升级款', 'Plus'],
];

export const packagings = ['礼盒', '整箱', '家庭装', '两件套', '独立包装', '旅行装', '量贩装', '单件'];
export const amounts = ['250g', '500g', '1kg', '750ml', '12包', '24片', '3支', 'XL', '15寸', '2026款'];

/** Two of them make the name of a brand. */
export const firstCharacters = [...'青云山海江川松竹梅兰溪林禾麦桃李杏柏泉岚朗晨暮秋春夏星月瑞祥福盛'];
export const lastCharacters = [...'禾舍坊堂记屋里家集园乡野谷原泽洲庭阁斋馆社品味物语匠造选初心和雅'];

/** Where things are made (产业带). */
export const belts = [
  ...['yiwu-smallwares', 'haining-leather', 'keqiao-fabric', 'nantong-bedding', 'shantou-toys', 'jinjiang-shoes'],
  ...['caoxian-hanfu', 'zhuji-pearls', 'sihui-jade', 'yixing-zisha', 'gannan-oranges', 'wuchang-rice', 'anxi-tea'],
  ...['foshan-furniture', 'zhongshan-lighting', 'cixi-appliances', 'huaqiangbei-digital', 'pinghu-down'],
];
