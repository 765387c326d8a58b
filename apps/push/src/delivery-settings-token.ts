/** Token under which the settings of deliveries are injected. */
export const DELIVERY_SETTINGS = Symbol('delivery settings');
