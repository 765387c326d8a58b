// Generated from the API's OpenAPI document by `npm run client:generate`. Not for editing.

export interface paths {
    "/v1/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A streaming account: its owner, and the versions */
        get: operations["partners.AssignAccountController_show"];
        /** Say who owns a streaming account from an instant on */
        put: operations["partners.AssignAccountController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Adjustments in the order in which they were proposed; the control’s sum is that of their debits */
        get: operations["settlement.ListAdjustmentsController_list"];
        put?: never;
        /**
         * Propose an adjustment of the books; it is posted when another person approves it
         * @description Accounts are those of the trial balance, but for what is pending. A party that an account names must have been heard of; payment channels and campaigns are in no directory, so their ids are taken as they are. Its debits come to 10¹³ fen at most.
         */
        post: operations["settlement.ProposeAdjustmentController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/{adjustmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One adjustment */
        get: operations["settlement.ListAdjustmentsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/{adjustmentId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an adjustment that another person proposed; this posts it
         * @description Two clients of one person are one person. Approving again answers the same.
         */
        post: operations["settlement.DecideAdjustmentController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/{adjustmentId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject an adjustment; who proposed it may take it back like this */
        post: operations["settlement.DecideAdjustmentController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/sweep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose that a payment channel pays out to the platform’s bank account
         * @description From the channel’s escrow to asset:bank:platform, never more than it holds: not now, nor at approval.
         */
        post: operations["settlement.ProposeAdjustmentController_sweep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose that the platform bears what a party owes
         * @description From the party’s available to expense:bad-debt, never more than the debt: not now, nor at approval.
         */
        post: operations["settlement.ProposeAdjustmentController_writeOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory of one kind of party, by id */
        get: operations["partners.ListPartiesController_list[3]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies/{partyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An agency */
        get: operations["partners.RegisterAgencyController_show"];
        /** Register an agency, or change it */
        put: operations["partners.RegisterAgencyController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies/{partyId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a agency is owed */
        get: operations["settlement.ReadBalanceController_ofAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies/{partyId}/payee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep where a party’s money is paid to */
        put: operations["partners.KeepPayeeController_write[3]"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agencies/{partyId}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales of an agency
         * @description One row for every line whose decision or terms name the party, also when its share is 0.
         */
        get: operations["commissions.ListSalesController_ofAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appeals, in the order in which they were filed
         * @description A party sees its own.
         */
        get: operations["attribution.ListAppealsController_list"];
        put?: never;
        /**
         * Appeals against the outcome of an order line
         * @description For a brand: its own sales. For a promoter: sales that they won, helped with or were examined for, or of a product that they were promoting when it was ordered. One open appeal a party and line.
         */
        post: operations["attribution.FileAppealController_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{appealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An appeal and what came of it */
        get: operations["attribution.ListAppealsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{appealId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolves an appeal, also an overdue one
         * @description It changes no decision by itself: what is upheld is made good by the facts or by an adjustment.
         */
        post: operations["attribution.CloseAppealController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{appealId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws one’s own appeal */
        post: operations["attribution.CloseAppealController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Simulations, the newest first */
        get: operations["attribution.ShowSimulationsController_list"];
        put?: never;
        /**
         * Decides the lines ordered in a period again under another policy, and touches nothing
         * @description Every line is decided and divided twice by what is known when it is passed: as the policy in force does, and as the one that is tried would. One simulation runs at a time, others wait; `…/progress` tells how far it is.
         */
        post: operations["attribution.AskSimulationController_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations/{simulationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A simulation: how far it is, and once it is done what would move */
        get: operations["attribution.ShowSimulationsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations/{simulationId}/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What agencies would gain or lose, the most first
         * @description Everybody who has a share of a line of the period before or after, at 0 as well.
         */
        get: operations["attribution.ListResultsController_agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations/{simulationId}/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What brands would gain or lose, the most first
         * @description Everybody who has a share of a line of the period before or after, at 0 as well.
         */
        get: operations["attribution.ListResultsController_brands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations/{simulationId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines that are decided or divided otherwise, by orderedAt
         * @description With `party`, the amounts are those of that party and sum to what the list of parties shows for it: so every fen that moves can be followed to a line.
         */
        get: operations["attribution.ListResultsController_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations/{simulationId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a simulation is, streamed until it is over
         * @description Server-sent events: `progress` whenever it has come further, with `{state, linesDone, linesTotal}`; the last one has the state `done` or `failed`, and then the stream ends. It may be followed again at any time.
         */
        get: operations["attribution.FollowProgressController_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations/{simulationId}/promoters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What promoters would gain or lose, the most first
         * @description Everybody who has a share of a line of the period before or after, at 0 as well.
         */
        get: operations["attribution.ListResultsController_promoters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attribution/simulations/{simulationId}/recruiters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What recruiters would gain or lose, the most first
         * @description Everybody who has a share of a line of the period before or after, at 0 as well.
         */
        get: operations["attribution.ListResultsController_recruiters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to the books, when and why, in the order in which it was done */
        get: operations["settlement.AuditLogController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory of one kind of party, by id */
        get: operations["partners.ListPartiesController_list[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A brand: what is in force, and its versions */
        get: operations["partners.WriteBrandController_show"];
        /** Write a version of what is known of a brand */
        put: operations["partners.WriteBrandController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The applications for directed plans of all a brand’s products */
        get: operations["product-pool.ApplyForPlanController_ofBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a brand is owed */
        get: operations["settlement.ReadBalanceController_ofBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/payee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep where a party’s money is paid to */
        put: operations["partners.KeepPayeeController_write[0]"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/plans/shop-directed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans that a brand has with promoters for all its products */
        get: operations["product-pool.ListPlansController_ofBrand"];
        /** Plan all of a brand’s products, present and to come, with named promoters */
        put: operations["product-pool.ShopPlansController_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/plans/shop-directed/{promoterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a brand’s plan with one promoter; where they have less without it, from the next midnight */
        delete: operations["product-pool.ShopPlansController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/river/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A brand's river audience: buyers whom promoters brought, without the control group
         * @description Rows are named by the buyer’s key; `…/river/members/{buyerId}` tells of a buyer whom the brand knows by id. With `format` the whole audience is streamed, the same rows in the same order: `json` as an array, `csv` with a first row of columns; it takes no `cursor` and no `updatedFrom`.
         */
        get: operations["attribution.ListAudienceController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/river/members/{buyerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a buyer is in a brand's river audience, and who brought them */
        get: operations["attribution.ShowMemberController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/river/uplift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the river added to a brand's own streams in a period, against the buyers who were held out
         * @description Members of the period are the buyers who were in the audience at any instant of it; the control group is counted alike. What a member bought is the net base of their orders of the period in the brand's own streams, made while they were members (marked river-return), after every refund known by now. `uplift` is relative to the held-out mean; intervals are of 95 % (Welch, and Fieller for the ratio). `incrementalGmv` is the difference per member times the recommended members.
         */
        get: operations["attribution.ReportUpliftController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales of a brand
         * @description One row for every line whose decision or terms name the party, also when its share is 0.
         */
        get: operations["commissions.ListSalesController_ofBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The samples asked of a brand, in the order in which they were asked for */
        get: operations["product-pool.ListSamplesController_listOfBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/suspensions/{suspensionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Suspend a party for a span of time, or move the end of a suspension */
        put: operations["partners.SuspendPartyController_write[1]"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/traffic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Traffic that a brand's sales through promoters earned it */
        get: operations["attribution.ShowTrafficController_ofBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brands/{partyId}/traffic/spends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A wallet's spends, in the order in which they were made */
        get: operations["attribution.SpendTrafficController_listOfBrand"];
        put?: never;
        /**
         * Spends traffic on a content of the party, oldest grant first
         * @description Never more than `balance` tells: while there is a debt, nothing.
         */
        post: operations["attribution.SpendTrafficController_ofBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cart-tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a cart token stands for, and whether its pick holds now */
        get: operations["product-pool.ReadCartTokenController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The category tree, every category before those below it */
        get: operations["product-pool.ListCategoriesController_list"];
        /** Write the category tree, the whole of it: up to three levels. A category with products stays a leaf */
        put: operations["product-pool.WriteCategoriesController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a channel send orders, or give it a new secret
         * @description Of a channel that exists, the old secret stays valid for 24 hours.
         */
        post: operations["gateway.ChannelsController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody call the API */
        post: operations["gateway.ClientsController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was accepted and needs a person, with the parked events of every service */
        get: operations["gateway.ListExceptionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All postings, in the order of the days on which they are booked
         * @description Streamed. `from` is included, `to` is not. `format=hledger` gives a journal that hledger reads (amounts in the commodity fen, dated bookedOn, ids percent-encoded where they have a colon or a blank), `format=csv` a row for each entry. A posting made while the journal is read may be in it or not; none is ever there in part.
         */
        get: operations["settlement.ExportJournalController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Seals of business days, by day: each covers all before it, so that later tampering shows
         * @description Whoever keeps a seal elsewhere can tell at any time whether the books of that day are still the same.
         */
        get: operations["settlement.ListSealsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Debits, credits and balance of every account */
        get: operations["settlement.TrialBalanceController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/monthly-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A month of a party: the sums of its days’ statements
         * @description With `format=csv` or `xlsx` with all their lines. A month without statements leads from balance to balance.
         */
        get: operations["settlement.StatementFilesController_month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order, its lines and who gets what of them */
        get: operations["gateway.ReadOrderController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For every fen of an order: who got it, and why
         * @description A promoter sees their own candidacy and share, and nobody else. Where `Accept-Language` names a language, texts for people stand beside the codes: Chinese for `zh`, else English. With `format=markdown` all of it is a text.
         */
        get: operations["gateway.ExplainOrderController_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/lines/{lineNo}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Lays a hold on a line
         * @description On one that is held already, another reason is kept in the audit log beside the first.
         */
        put: operations["settlement.HoldLineController_lay"];
        post?: never;
        /** Lifts a line’s hold; changes nothing when none lies on it, as on a settled line */
        delete: operations["settlement.HoldLineController_lift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order events of a channel, signed as Standard Webhooks are; answered once they are durable
         * @description Headers: x-channel-id, webhook-id, webhook-timestamp, webhook-signature. accepted, duplicates and refused sum to the number of events; an event that is refused does not refuse its neighbours.
         */
        post: operations["gateway.OrderEventsController_takeIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle a parked event, and those parked behind it, again
         * @description The id is that of its row in /v1/exceptions; it names the service that parked the event.
         */
        post: operations["gateway.ReplayParkedEventController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payouts, in the order in which they were asked for
         * @description A party’s list holds its own. The main amount is grossFen.
         */
        get: operations["settlement.ListPayoutsController_list"];
        put?: never;
        /**
         * Pay out what a party may withdraw
         * @description From persons income tax is withheld by the cumulative method of notice 16/2025. A payout is under way until its result is known; one that fails is posted back whole. A person’s payouts of one calendar year (Shanghai) are given in the order of their instants.
         */
        post: operations["settlement.PayOutController_payOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payout, with the worksheet of its tax */
        get: operations["settlement.ListPayoutsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payoutId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what became of a payout at the bank
         * @description A failed payout is posted back whole, its tax included. The same result again changes nothing.
         */
        post: operations["settlement.PayoutResultController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay out everything to all parties that have the smallest payout or more to withdraw
         * @description The answer comes at once; what was done about whom is told by the batch and its verdicts.
         */
        post: operations["settlement.PayoutBatchController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a batch of payouts has come */
        get: operations["settlement.PayoutBatchController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/batches/{batchId}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a batch of payouts did about each party
         * @description The main amount is grossFen, 0 where nothing was paid.
         */
        get: operations["settlement.PayoutBatchController_verdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payouts that are sent and not confirmed, as a file for the bank
         * @description Columns payoutId, payeeName, bankAccount (readable), amountYuan (net of tax), remark; the last row is TOTAL, the number of payouts and what they come to. A payout stays in it until its result is known: a bank tells one that it has had before by its payoutId. Each export is in the audit log.
         */
        get: operations["settlement.ExportBankFileController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the results of many payouts from the bank’s file, each row with a verdict of its own
         * @description CSV, UTF-8. The first row names the columns: payoutId, result, amountYuan, occurredAt, reference, reason. amountYuan is the amount that was sent, net of tax, with two decimals; reason may be empty. The last row is TOTAL, the number of rows, and what their amounts come to: where it does not fit, nothing is taken. Sent again, the file changes nothing.
         */
        post: operations["settlement.ImportResultsController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{policy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A policy: what is in force, and its versions */
        get: operations["partners.SetPolicyController_show"];
        /** Write a version of a policy */
        put: operations["partners.SetPolicyController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pool/index/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build the pool’s index anew from the database, in every instance; the one there is serves meanwhile */
        post: operations["product-pool.RebuildIndexController_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products in the order of their ids */
        get: operations["product-pool.ListProductsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product as it is now */
        get: operations["product-pool.OfferProductController_show"];
        /** Offer a product, or change it; If-Match makes sure that nobody changed it meanwhile */
        put: operations["product-pool.OfferProductController_offer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All plans that a product has, its brand’s with promoters among them */
        get: operations["product-pool.ListPlansController_ofProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans of one kind that a product has */
        get: operations["product-pool.ListPlansController_ofKind"];
        /** Plan a product with named promoters: directed, or exclusive to them */
        put: operations["product-pool.ProductPlansController_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans/{plan}/{promoterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a product’s plan with one promoter; where they have less without it, from the next midnight */
        delete: operations["product-pool.ProductPlansController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Plan a product through an activity that is open to any promoter */
        put: operations["product-pool.PlanThroughActivityController_ordinary"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans/directed/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The applications for a product’s directed plan, in the order in which they came */
        get: operations["product-pool.ApplyForPlanController_ofProduct"];
        put?: never;
        /** Apply for a directed plan of a product */
        post: operations["product-pool.ApplyForPlanController_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans/directed/applications/{applicationId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an application, which makes the promoter’s directed plan, or refuse it */
        post: operations["product-pool.ApplyForPlanController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans/exclusive-activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Plan a product through an activity, for the promoters that it names */
        put: operations["product-pool.PlanThroughActivityController_exclusive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/plans/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open plan: what is in force, its versions, and the terms that they make */
        get: operations["product-pool.PlanOpenlyController_show"];
        /** Write a version of the plan that is open to any promoter */
        put: operations["product-pool.PlanOpenlyController_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar of a product’s terms for one promoter: past, present and announced, with the reasons */
        get: operations["product-pool.ShowTermsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer up to 10,000 products, one JSON row a line (application/x-ndjson), each with a verdict of its own
         * @description Every row: ["productId","brandId","title","categoryId","priceFen","stock","state","images","guarantees","belt","source","url","sampleRule","productScore","openCommissionBps"]
         */
        post: operations["product-pool.OfferInBulkController_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products as a CSV file, which `POST /v1/products/import` takes back: unchanged, it changes nothing
         * @description Streamed: UTF-8 with a byte order mark, a first row of columns, then a row a product in the order of ids. A cell that a spreadsheet would run (it begins with = + - @) has a quote before it. productScore is in operators’ files.
         */
        get: operations["product-pool.ExportProductsController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer up to 10,000 products from a CSV file, each row with a verdict of its own
         * @description UTF-8, with or without a byte order mark. The first row names the columns, in any order: productId, brandId, title, categoryId, priceFen, stock, state, images, guarantees, belt, source, url, sampleRule.offered, sampleRule.minSettledOrders, sampleRule.monthlyLimit, sampleRule.buyFirstRefundLater, openCommissionBps, productScore; required are productId, brandId, title, categoryId, priceFen, stock. A column that is not there changes nothing; an empty cell takes belt, url, images, guarantees and the sample rule away, and leaves anything else as it is. Lists are words between blanks. A quote before = + - @ is taken off, as the export puts it there. `row` in a refusal counts from 1, without the first row.
         */
        post: operations["product-pool.ImportCsvController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the system has come, seen in two successive looks */
        get: operations["gateway.ReportProgressController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory of one kind of party, by id */
        get: operations["partners.ListPartiesController_list[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A promoter: what is in force, and its versions */
        get: operations["partners.WritePromoterController_show"];
        /** Write a version of what is known of a promoter */
        put: operations["partners.WritePromoterController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/agency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a promoter under an agency for a span of time */
        put: operations["partners.ContractAgencyController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A promoter’s applications for directed plans, in the order in which they were made */
        get: operations["product-pool.ApplyForPlanController_ofPromoter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a promoter is owed */
        get: operations["settlement.ReadBalanceController_ofPromoter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/payee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep where a party’s money is paid to */
        put: operations["partners.KeepPayeeController_write[1]"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A promoter’s picks, in the order in which they were made */
        get: operations["product-pool.ListPicksController_list"];
        put?: never;
        /** Take a product into promotion: 201, or 200 with the pick that is open already */
        post: operations["product-pool.PickProductController_pick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/picks/{pickId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pick of a promoter */
        get: operations["product-pool.ListPicksController_show"];
        put?: never;
        post?: never;
        /** End a pick, and its code with it */
        delete: operations["product-pool.EndPickController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/picks/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up to 200 products into promotion at once, each with a verdict of its own
         * @description A refusal’s type is one of product-pool/not-on-shelf, product-pool/out-of-stock, product-pool/product-score-too-low, product-pool/no-plan-in-force, product-pool/promoter-suspended, product-pool/reputation-too-low, product-pool/exclusive-to-others, product-pool/not-named-in-activity, product-pool/agency-in-conflict, product-pool/surface-barred, or product-pool/named-product-unknown or product-pool/named-activity-unknown.
         */
        post: operations["product-pool.PickProductController_pickBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find products, and what each would bring this promoter
         * @description Products on the shelf and in stock. Paging neither skips nor repeats a product while the pool changes: the order is that of the first page, the rows are as they are now. A page may hold fewer rows than its limit when products have just left; the last page is the one without a nextCursor.
         */
        get: operations["product-pool.SearchPoolController_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales of a promoter, assists included
         * @description One row for every line whose decision or terms name the party, also when its share is 0.
         */
        get: operations["commissions.ListSalesController_ofPromoter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/sample-standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What overdue samples keep a promoter from now */
        get: operations["product-pool.LiftSampleSuspensionController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/sample-standing/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the suspension that overdue samples brought; samples that are overdue still block */
        post: operations["product-pool.LiftSampleSuspensionController_lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A promoter’s samples, in the order in which they were asked for */
        get: operations["product-pool.ListSamplesController_listOfPromoter"];
        put?: never;
        /** Ask for a sample of a product: 201, or 200 with the very request that waits already */
        post: operations["product-pool.RequestSampleController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/suspensions/{suspensionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Suspend a party for a span of time, or move the end of a suspension */
        put: operations["partners.SuspendPartyController_write[0]"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/traffic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Traffic that a promoter earned by buyers who returned to brands’ own streams */
        get: operations["attribution.ShowTrafficController_ofPromoter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promoters/{partyId}/traffic/spends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A wallet's spends, in the order in which they were made */
        get: operations["attribution.SpendTrafficController_listOfPromoter"];
        put?: never;
        /**
         * Spends traffic on a content of the party, oldest grant first
         * @description Never more than `balance` tells: while there is a debt, nothing.
         */
        post: operations["attribution.SpendTrafficController_ofPromoter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recruiters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory of one kind of party, by id */
        get: operations["partners.ListPartiesController_list[2]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recruiters/{partyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A recruiter */
        get: operations["partners.RegisterRecruiterController_show"];
        /** Register a recruiter, or change it */
        put: operations["partners.RegisterRecruiterController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recruiters/{partyId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a recruiter is owed */
        get: operations["settlement.ReadBalanceController_ofRecruiter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recruiters/{partyId}/payee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep where a party’s money is paid to */
        put: operations["partners.KeepPayeeController_write[2]"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recruiters/{partyId}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales of a recruiter, first and second level
         * @description One row for every line whose decision or terms name the party, also when its share is 0.
         */
        get: operations["commissions.ListSalesController_ofRecruiter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sample and all that was told of it, first things first */
        get: operations["product-pool.ShowSampleController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a request for a sample */
        post: operations["product-pool.DecideSampleController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a sample that was not shipped yet */
        post: operations["product-pool.CancelSampleController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the content more time, while it is not overdue */
        post: operations["product-pool.FulfilSampleController_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which content shows the sample; late content ends an overdue sample too */
        post: operations["product-pool.FulfilSampleController_fulfil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say by which order the sample was bought, where it is to be bought first */
        post: operations["product-pool.DeliverSampleController_buy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the sample has arrived: from now on its content is awaited */
        post: operations["product-pool.DeliverSampleController_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the promoter was given back what the sample had cost them */
        post: operations["product-pool.FulfilSampleController_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a request for a sample, and say why */
        post: operations["product-pool.DecideSampleController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/{sampleId}/shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the sample is on its way */
        post: operations["product-pool.DeliverSampleController_ship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlement-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settlement runs, newest first; the main amount is settledFen */
        get: operations["settlement.SettlementRunsController_list"];
        put?: never;
        /**
         * Settles a business day: what is confirmed and held long enough becomes available
         * @description A day settles once: asking again answers with its run, under way or done. The cut is made before the answer: facts applied by then belong to the run, later ones to the next.
         */
        post: operations["settlement.SettlementRunsController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlement-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a settlement run has come, what it came to, and where its cut was */
        get: operations["settlement.SettlementRunsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlement-runs/{runId}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each party's sums in a run, by party; the main amount is closingFen
         * @description Of a dry run: what they would have come to at the instant at which it looked. Empty while a run has not come so far.
         */
        get: operations["settlement.ListRunStatementsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/source-policies/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where products of a source may be sold: what is open now, and the versions. Nothing is barred at first */
        get: operations["product-pool.LimitSourceController_show"];
        /** Write a version of where products of a source may be sold */
        put: operations["product-pool.LimitSourceController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements, newest day first; the main amount is closingFen */
        get: operations["settlement.StatementsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{statementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A statement with all its lines
         * @description Streamed: it may have any number of lines.
         */
        get: operations["settlement.StatementsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{statementId}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A statement as CSV: UTF-8 with a byte order mark, a row a line, control totals at the end */
        get: operations["settlement.StatementFilesController_asCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{statementId}.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A statement as a workbook: summary, the way from the base to the party’s share, every line */
        get: operations["settlement.StatementFilesController_asXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-reports/{quarter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each person was paid in a quarter, and the income tax that was withheld
         * @description A row is a person, by whatever parties they were paid: promoters and recruiters that show the same document are one. Of payouts sent in the quarter, without those that failed; the main amount is incomeFen. `format=csv` is all of it, whatever the page. Id numbers are masked in both; the operator exports the return with readable ones on the machine.
         */
        get: operations["settlement.TaxReportController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A short-lived access token for a client (OAuth 2.0 client credentials, form-encoded) */
        post: operations["gateway.TokenController_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/touches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How buyers met products, signed as order events are; answered once it is durable
         * @description Headers: x-channel-id, webhook-id, webhook-timestamp, webhook-signature. A touchId is unique per channel: of several contents under one the smallest (occurredAt, hash) is in force. accepted, duplicates and refused sum to the number of touches; a touch that is refused does not refuse its neighbours.
         */
        post: operations["gateway.TouchesController_takeIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, in the order in which they were registered; a party sees its own */
        get: operations["push.ListWebhooksController_list"];
        put?: never;
        /** Have a party told of its sales, picks, samples and payouts; the answer shows the signing secret, once */
        post: operations["push.RegisterWebhookController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook, and whether it works */
        get: operations["push.ListWebhooksController_read"];
        /** Change where a webhook leads and what it is told, disable it, or enable it again */
        put: operations["push.ChangeWebhookController_change"];
        post?: never;
        /** Remove a webhook, and with it what still waits to be delivered */
        delete: operations["push.RemoveWebhookController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a webhook, the newest first */
        get: operations["push.ListDeliveriesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one message again, under the same id, be it dead or delivered */
        post: operations["push.ReplayDeliveriesController_replayOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again all messages that could not be delivered, or those of a span of time */
        post: operations["push.ReplayDeliveriesController_replayMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new signing secret, shown once; for 24 hours messages carry the signatures of both */
        post: operations["push.RotateSecretController_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the webhook a message of type webhook.test; its deliveries tell how it went */
        post: operations["push.SendTestController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "payout.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type payout.confirmed */
        post: operations["told-of.payout.confirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type payout.failed */
        post: operations["told-of.payout.failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type payout.sent */
        post: operations["told-of.payout.sent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "pick.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type pick.ended */
        post: operations["told-of.pick.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "rate-change.announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type rate-change.announced */
        post: operations["told-of.rate-change.announced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sale.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sale.changed */
        post: operations["told-of.sale.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sale.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sale.confirmed */
        post: operations["told-of.sale.confirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sale.estimated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sale.estimated */
        post: operations["told-of.sale.estimated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sale.frozen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sale.frozen */
        post: operations["told-of.sale.frozen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sale.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sale.settled */
        post: operations["told-of.sale.settled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sale.void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sale.void */
        post: operations["told-of.sale.void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.approved */
        post: operations["told-of.sample.approved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.bought": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.bought */
        post: operations["told-of.sample.bought"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.cancelled */
        post: operations["told-of.sample.cancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.fulfilled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.fulfilled */
        post: operations["told-of.sample.fulfilled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.overdue */
        post: operations["told-of.sample.overdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.received */
        post: operations["told-of.sample.received"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.rejected */
        post: operations["told-of.sample.rejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.requested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.requested */
        post: operations["told-of.sample.requested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sample.shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type sample.shipped */
        post: operations["told-of.sample.shipped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of type webhook.test */
        post: operations["told-of.webhook.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "partners.AssignAccountController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A streaming account: its owner, and the versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        owner: {
                            id: string;
                            kind: "brand" | "promoter";
                        } | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            owner: {
                                id: string;
                                kind: "brand" | "promoter";
                            };
                        }[];
                    };
                };
            };
            /** @description /problems/partners/no-such-account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.AssignAccountController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    effectiveFrom?: string;
                    owner: {
                        id: string;
                        kind: "brand" | "promoter";
                    };
                };
            };
        };
        responses: {
            /** @description Say who owns a streaming account from an instant on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        owner: {
                            id: string;
                            kind: "brand" | "promoter";
                        } | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            owner: {
                                id: string;
                                kind: "brand" | "promoter";
                            };
                        }[];
                    };
                };
            };
            /** @description /problems/partners/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/named-party-unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ListAdjustmentsController_list": {
        parameters: {
            query?: {
                appealId?: string;
                cursor?: string;
                limit?: number;
                personId?: string;
                state?: "proposed" | "approved" | "rejected";
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Adjustments in the order in which they were proposed; the control’s sum is that of their debits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            adjustmentId: string;
                            /** @description The sum of its debits */
                            amountFen: number;
                            /** @description The appeal that it makes good */
                            appealId: string | null;
                            bookedOn: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                clientId: string;
                                personId: string;
                            } | null;
                            decisionReason: string | null;
                            id: string;
                            lines: {
                                account: string;
                                creditFen?: number;
                                debitFen?: number;
                            }[];
                            /** @description Null until it is approved, unless it was dated */
                            occurredAt: string | null;
                            /** @description Its posting in the journal, once it is approved */
                            postingId: string | null;
                            /** Format: utc-instant */
                            proposedAt: string;
                            proposedBy: {
                                clientId: string;
                                personId: string;
                            };
                            purpose: "manual" | "write-off" | "sweep";
                            reason: string;
                            state: "proposed" | "approved" | "rejected";
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "settlement.ProposeAdjustmentController_propose": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An appeal that was upheld and that this makes good: the party gets something, and no other adjustment does so */
                    appealId?: string;
                    lines: {
                        account: string;
                        /** @description or this */
                        creditFen?: number;
                        /** @description Either this */
                        debitFen?: number;
                    }[];
                    /**
                     * Format: instant
                     * @description When what it corrects occurred, not in the future; the instant of its approval when left out
                     */
                    occurredAt?: string;
                    /** @description Why it is needed; whoever approves it reads this */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Propose an adjustment of the books; it is posted when another person approves it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustmentId: string;
                        /** @constant */
                        state: "proposed";
                    };
                };
            };
            /** @description /problems/settlement/person-unknown */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/appeal-has-adjustment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/line-not-of-one-side, /problems/settlement/unknown-account, /problems/settlement/pending-by-hand, /problems/settlement/adjustment-not-balanced, /problems/settlement/named-party-unknown, /problems/settlement/appeal-not-upheld, /problems/settlement/not-for-the-appellant, /problems/settlement/adjustment-too-large, /problems/settlement/occurs-in-the-future */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ListAdjustmentsController_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One adjustment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustmentId: string;
                        /** @description The sum of its debits */
                        amountFen: number;
                        /** @description The appeal that it makes good */
                        appealId: string | null;
                        bookedOn: string | null;
                        decidedAt: string | null;
                        decidedBy: {
                            clientId: string;
                            personId: string;
                        } | null;
                        decisionReason: string | null;
                        id: string;
                        lines: {
                            account: string;
                            creditFen?: number;
                            debitFen?: number;
                        }[];
                        /** @description Null until it is approved, unless it was dated */
                        occurredAt: string | null;
                        /** @description Its posting in the journal, once it is approved */
                        postingId: string | null;
                        /** Format: utc-instant */
                        proposedAt: string;
                        proposedBy: {
                            clientId: string;
                            personId: string;
                        };
                        purpose: "manual" | "write-off" | "sweep";
                        reason: string;
                        state: "proposed" | "approved" | "rejected";
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-adjustment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.DecideAdjustmentController_approve": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What speaks for it, if it is to be kept */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Approve an adjustment that another person proposed; this posts it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustmentId: string;
                        /** @description The sum of its debits */
                        amountFen: number;
                        /** @description The appeal that it makes good */
                        appealId: string | null;
                        bookedOn: string | null;
                        decidedAt: string | null;
                        decidedBy: {
                            clientId: string;
                            personId: string;
                        } | null;
                        decisionReason: string | null;
                        id: string;
                        lines: {
                            account: string;
                            creditFen?: number;
                            debitFen?: number;
                        }[];
                        /** @description Null until it is approved, unless it was dated */
                        occurredAt: string | null;
                        /** @description Its posting in the journal, once it is approved */
                        postingId: string | null;
                        /** Format: utc-instant */
                        proposedAt: string;
                        proposedBy: {
                            clientId: string;
                            personId: string;
                        };
                        purpose: "manual" | "write-off" | "sweep";
                        reason: string;
                        state: "proposed" | "approved" | "rejected";
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/second-person-required, /problems/settlement/person-unknown */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-adjustment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/adjustment-is-decided, /problems/settlement/appeal-has-adjustment, /problems/settlement/more-than-the-debt, /problems/settlement/more-than-in-escrow */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.DecideAdjustmentController_reject": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Reject an adjustment; who proposed it may take it back like this */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustmentId: string;
                        /** @description The sum of its debits */
                        amountFen: number;
                        /** @description The appeal that it makes good */
                        appealId: string | null;
                        bookedOn: string | null;
                        decidedAt: string | null;
                        decidedBy: {
                            clientId: string;
                            personId: string;
                        } | null;
                        decisionReason: string | null;
                        id: string;
                        lines: {
                            account: string;
                            creditFen?: number;
                            debitFen?: number;
                        }[];
                        /** @description Null until it is approved, unless it was dated */
                        occurredAt: string | null;
                        /** @description Its posting in the journal, once it is approved */
                        postingId: string | null;
                        /** Format: utc-instant */
                        proposedAt: string;
                        proposedBy: {
                            clientId: string;
                            personId: string;
                        };
                        purpose: "manual" | "write-off" | "sweep";
                        reason: string;
                        state: "proposed" | "approved" | "rejected";
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/person-unknown */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-adjustment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/adjustment-is-decided */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ProposeAdjustmentController_sweep": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountFen: number;
                    /**
                     * Format: instant
                     * @description When what it corrects occurred, not in the future; the instant of its approval when left out
                     */
                    occurredAt?: string;
                    /** @description The channel whose escrow pays out to the platform’s bank account */
                    paymentChannel: string;
                    /** @description Why it is needed; whoever approves it reads this */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Propose that a payment channel pays out to the platform’s bank account */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustmentId: string;
                        /** @constant */
                        state: "proposed";
                    };
                };
            };
            /** @description /problems/settlement/person-unknown */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/more-than-in-escrow */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/adjustment-too-large, /problems/settlement/occurs-in-the-future */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ProposeAdjustmentController_writeOff": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The whole debt of now when left out */
                    amountFen?: number;
                    /**
                     * Format: instant
                     * @description When what it corrects occurred, not in the future; the instant of its approval when left out
                     */
                    occurredAt?: string;
                    /** @description Whose debt: `promoter:pr-1` */
                    party: string;
                    /** @description Why it is needed; whoever approves it reads this */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Propose that the platform bears what a party owes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustmentId: string;
                        /** @constant */
                        state: "proposed";
                    };
                };
            };
            /** @description /problems/settlement/person-unknown */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/more-than-the-debt */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/named-party-unknown, /problems/settlement/adjustment-too-large, /problems/settlement/occurs-in-the-future */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.ListPartiesController_list[3]": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The directory of one kind of party, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            id: string;
                            kind?: "person" | "company";
                            name: string;
                            reputation?: number;
                            shopScore?: number;
                            supplyTier?: "gold" | "silver" | "none";
                            techFeeBps?: number;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "partners.RegisterAgencyController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An agency */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.RegisterAgencyController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Register an agency, or change it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    "settlement.ReadBalanceController_ofAgency": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a agency is owed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description May be withdrawn */
                        availableFen: number;
                        /** @description Sent by payouts that are not confirmed, net of tax */
                        inFlightFen: number;
                        /** @description Earned, and not to be withdrawn yet */
                        pendingFen: number;
                        /** @description Income tax withheld from payouts, over all years */
                        withheldTaxFen: number;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.KeepPayeeController_write[3]": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bankAccount: string;
                    idNumber?: string;
                    idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                    payeeName: string;
                    verified: boolean;
                };
            };
        };
        responses: {
            /** @description Keep where a party’s money is paid to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description **** and the last four characters */
                        bankAccount: string;
                        /** @description **** and the last four characters */
                        idNumber?: string;
                        idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                        party: {
                            id: string;
                            kind: string;
                        };
                        payeeName: string;
                        verified: boolean;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "commissions.ListSalesController_ofAgency": {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                state?: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                to?: string;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sales of an agency */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            baseFen: number;
                            channelId: string;
                            estimatedFen: number;
                            /** @description {channelId}/{orderId}/{lineNo} */
                            id: string;
                            lineNo: number;
                            /** Format: utc-instant */
                            orderedAt: string;
                            orderId: string;
                            outcome: "distribution" | "self-broadcast" | "organic" | "void";
                            productId: string;
                            settledFen: number;
                            share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            state: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                            tag: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/malformed-request, /problems/malformed-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListAppealsController_list": {
        parameters: {
            query?: {
                adjusted?: boolean;
                cursor?: string;
                limit?: number;
                orderId?: string;
                state?: "open" | "upheld" | "refused" | "withdrawn" | "overdue";
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Appeals, in the order in which they were filed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            adjustment: {
                                adjustmentId: string;
                                /** @description What the party that appealed may withdraw more by it */
                                amountFen: number;
                                state: "proposed" | "approved" | "rejected";
                            } | null;
                            channelId: string;
                            /**
                             * Format: utc-instant
                             * @description Until when it is to be resolved
                             */
                            dueAt: string;
                            /** Format: utc-instant */
                            filedAt: string;
                            id: string;
                            lineNo: number;
                            orderId: string;
                            party: string;
                            reason: string | null;
                            resolvedAt: string | null;
                            /** @description As it is now: an open appeal is overdue from `dueAt` on */
                            state: "open" | "upheld" | "refused" | "withdrawn" | "overdue";
                            text: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "attribution.FileAppealController_file": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Needed only when two channels share the order id */
                    channelId?: string;
                    lineNo: number;
                    orderId: string;
                    /** @description What is wrong with the decision, and why */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Appeals against the outcome of an order line */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustment: {
                            adjustmentId: string;
                            /** @description What the party that appealed may withdraw more by it */
                            amountFen: number;
                            state: "proposed" | "approved" | "rejected";
                        } | null;
                        channelId: string;
                        /**
                         * Format: utc-instant
                         * @description Until when it is to be resolved
                         */
                        dueAt: string;
                        /** Format: utc-instant */
                        filedAt: string;
                        id: string;
                        lineNo: number;
                        orderId: string;
                        party: string;
                        reason: string | null;
                        resolvedAt: string | null;
                        /** @description As it is now: an open appeal is overdue from `dueAt` on */
                        state: "open" | "upheld" | "refused" | "withdrawn" | "overdue";
                        text: string;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/attribution/no-such-line */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/appeal-open-already, /problems/orders/order-in-several-channels */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/too-late-to-appeal */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListAppealsController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appealId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An appeal and what came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustment: {
                            adjustmentId: string;
                            /** @description What the party that appealed may withdraw more by it */
                            amountFen: number;
                            state: "proposed" | "approved" | "rejected";
                        } | null;
                        channelId: string;
                        /**
                         * Format: utc-instant
                         * @description Until when it is to be resolved
                         */
                        dueAt: string;
                        /** Format: utc-instant */
                        filedAt: string;
                        id: string;
                        lineNo: number;
                        orderId: string;
                        party: string;
                        reason: string | null;
                        resolvedAt: string | null;
                        /** @description As it is now: an open appeal is overdue from `dueAt` on */
                        state: "open" | "upheld" | "refused" | "withdrawn" | "overdue";
                        text: string;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/attribution/no-such-appeal */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.CloseAppealController_resolve": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                appealId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; the party reads it */
                    reason: string;
                    resolution: "upheld" | "refused";
                };
            };
        };
        responses: {
            /** @description Resolves an appeal, also an overdue one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustment: {
                            adjustmentId: string;
                            /** @description What the party that appealed may withdraw more by it */
                            amountFen: number;
                            state: "proposed" | "approved" | "rejected";
                        } | null;
                        channelId: string;
                        /**
                         * Format: utc-instant
                         * @description Until when it is to be resolved
                         */
                        dueAt: string;
                        /** Format: utc-instant */
                        filedAt: string;
                        id: string;
                        lineNo: number;
                        orderId: string;
                        party: string;
                        reason: string | null;
                        resolvedAt: string | null;
                        /** @description As it is now: an open appeal is overdue from `dueAt` on */
                        state: "open" | "upheld" | "refused" | "withdrawn" | "overdue";
                        text: string;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/attribution/no-such-appeal */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/appeal-closed-already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.CloseAppealController_withdraw": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                appealId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraws one’s own appeal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustment: {
                            adjustmentId: string;
                            /** @description What the party that appealed may withdraw more by it */
                            amountFen: number;
                            state: "proposed" | "approved" | "rejected";
                        } | null;
                        channelId: string;
                        /**
                         * Format: utc-instant
                         * @description Until when it is to be resolved
                         */
                        dueAt: string;
                        /** Format: utc-instant */
                        filedAt: string;
                        id: string;
                        lineNo: number;
                        orderId: string;
                        party: string;
                        reason: string | null;
                        resolvedAt: string | null;
                        /** @description As it is now: an open appeal is overdue from `dueAt` on */
                        state: "open" | "upheld" | "refused" | "withdrawn" | "overdue";
                        text: string;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/attribution/no-such-appeal */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/appeal-closed-already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ShowSimulationsController_list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Simulations, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** Format: utc-instant */
                            askedAt: string;
                            /** Format: utc-instant */
                            from: string;
                            id: string;
                            linesDone: number;
                            linesTotal: number | null;
                            /** @description What changes hands, so far */
                            movedFen: number;
                            /** @description What is left out stays as it is in force */
                            policy: {
                                /** @description One assist rate for all terms */
                                assistBps?: number;
                                /** @description How many hours a touch by a link counts */
                                linkHours?: number;
                                /** @description How many hours a touch on a live stream counts */
                                liveHours?: number;
                                /** @description How many hours a touch on a short video counts */
                                shortVideoHours?: number;
                                /** @description How many hours a touch in a showcase counts */
                                showcaseHours?: number;
                            };
                            /** @description failed: our code failed on a line; its log says how */
                            state: "queued" | "running" | "done" | "failed";
                            /** Format: utc-instant */
                            to: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "attribution.AskSimulationController_ask": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description orderedAt of the first lines
                     */
                    from: string;
                    /** @description What is left out stays as it is in force */
                    policy: {
                        /** @description One assist rate for all terms */
                        assistBps?: number;
                        /** @description How many hours a touch by a link counts */
                        linkHours?: number;
                        /** @description How many hours a touch on a live stream counts */
                        liveHours?: number;
                        /** @description How many hours a touch on a short video counts */
                        shortVideoHours?: number;
                        /** @description How many hours a touch in a showcase counts */
                        showcaseHours?: number;
                    };
                    /**
                     * Format: instant
                     * @description The instant before which the last lines were ordered
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Decides the lines ordered in a period again under another policy, and touches nothing */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        simulationId: string;
                    };
                };
            };
            /** @description /problems/attribution/empty-period, /problems/attribution/period-too-long */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ShowSimulationsController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A simulation: how far it is, and once it is done what would move */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        askedAt: string;
                        finishedAt: string | null;
                        /** Format: utc-instant */
                        from: string;
                        linesDone: number;
                        linesTotal: number | null;
                        /** @description What is left out stays as it is in force */
                        policy: {
                            /** @description One assist rate for all terms */
                            assistBps?: number;
                            /** @description How many hours a touch by a link counts */
                            linkHours?: number;
                            /** @description How many hours a touch on a live stream counts */
                            liveHours?: number;
                            /** @description How many hours a touch on a short video counts */
                            shortVideoHours?: number;
                            /** @description How many hours a touch in a showcase counts */
                            showcaseHours?: number;
                        };
                        report: {
                            /** @description What is divided before and after: the lines’ worth after all refunds known */
                            baseFen: number;
                            /** @description Every way in which a line may change, at 0 as well */
                            changes: {
                                change: "organic-to-distribution" | "distribution-to-organic" | "promoter-to-promoter" | "distribution-to-self-broadcast" | "self-broadcast-to-distribution" | "organic-to-self-broadcast" | "self-broadcast-to-organic" | "same-promoter-other-pick" | "assists-only";
                                lines: number;
                                movedFen: number;
                            }[];
                            linesChanged: number;
                            /** @description Lines that are not in the amounts, since terms that they would be divided by are not known here */
                            linesWithoutTerms: number;
                            /** @description Lines that asked for touches in longer windows, of which some are no longer kept: they may change more */
                            linesWithoutTouches: number;
                            /** @description What changes hands: added up line by line, what parties gain */
                            movedFen: number;
                            /** @description Every kind of share; what moves sums to 0 */
                            shares: {
                                afterFen: number;
                                beforeFen: number;
                                /** @description after − before */
                                movedFen: number;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            }[];
                        } | null;
                        simulationId: string;
                        startedAt: string | null;
                        /** @description failed: our code failed on a line; its log says how */
                        state: "queued" | "running" | "done" | "failed";
                        /** Format: utc-instant */
                        to: string;
                    };
                };
            };
            /** @description /problems/attribution/no-such-simulation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListResultsController_agencies": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                simulationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What agencies would gain or lose, the most first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            afterFen: number;
                            beforeFen: number;
                            id: string;
                            /** @description after − before */
                            movedFen: number;
                            shares: {
                                afterFen: number;
                                beforeFen: number;
                                linesAfter: number;
                                linesBefore: number;
                                /** @description after − before */
                                movedFen: number;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            }[];
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/attribution/no-such-simulation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/simulation-not-done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListResultsController_brands": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                simulationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What brands would gain or lose, the most first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            afterFen: number;
                            beforeFen: number;
                            id: string;
                            /** @description after − before */
                            movedFen: number;
                            shares: {
                                afterFen: number;
                                beforeFen: number;
                                linesAfter: number;
                                linesBefore: number;
                                /** @description after − before */
                                movedFen: number;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            }[];
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/attribution/no-such-simulation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/simulation-not-done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListResultsController_lines": {
        parameters: {
            query?: {
                change?: "organic-to-distribution" | "distribution-to-organic" | "promoter-to-promoter" | "distribution-to-self-broadcast" | "self-broadcast-to-distribution" | "organic-to-self-broadcast" | "self-broadcast-to-organic" | "same-promoter-other-pick" | "assists-only";
                cursor?: string;
                limit?: number;
                party?: string;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                simulationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines that are decided or divided otherwise, by orderedAt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            after: {
                                assistantIds: string[];
                                outcome: "distribution" | "self-broadcast" | "organic" | "void";
                                pickId: string | null;
                                promoterId: string | null;
                                shares: {
                                    amountFen: number;
                                    partyId: string | null;
                                    share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                                }[] | null;
                            };
                            baseFen: number;
                            before: {
                                assistantIds: string[];
                                outcome: "distribution" | "self-broadcast" | "organic" | "void";
                                pickId: string | null;
                                promoterId: string | null;
                                shares: {
                                    amountFen: number;
                                    partyId: string | null;
                                    share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                                }[] | null;
                            };
                            brandId: string;
                            change: "organic-to-distribution" | "distribution-to-organic" | "promoter-to-promoter" | "distribution-to-self-broadcast" | "self-broadcast-to-distribution" | "organic-to-self-broadcast" | "self-broadcast-to-organic" | "same-promoter-other-pick" | "assists-only";
                            channelId: string;
                            /** @description {channelId}/{orderId}/{lineNo} */
                            id: string;
                            lineNo: number;
                            /** @description What changes hands; with `party`, what that party gains or loses */
                            movedFen: number;
                            /** Format: utc-instant */
                            orderedAt: string;
                            orderId: string;
                            productId: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/attribution/no-such-simulation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/simulation-not-done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.FollowProgressController_follow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a simulation is, streamed until it is over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description /problems/attribution/no-such-simulation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/too-many-watchers */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListResultsController_promoters": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                simulationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What promoters would gain or lose, the most first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            afterFen: number;
                            beforeFen: number;
                            id: string;
                            /** @description after − before */
                            movedFen: number;
                            shares: {
                                afterFen: number;
                                beforeFen: number;
                                linesAfter: number;
                                linesBefore: number;
                                /** @description after − before */
                                movedFen: number;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            }[];
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/attribution/no-such-simulation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/simulation-not-done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListResultsController_recruiters": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                simulationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What recruiters would gain or lose, the most first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            afterFen: number;
                            beforeFen: number;
                            id: string;
                            /** @description after − before */
                            movedFen: number;
                            shares: {
                                afterFen: number;
                                beforeFen: number;
                                linesAfter: number;
                                linesBefore: number;
                                /** @description after − before */
                                movedFen: number;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            }[];
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/attribution/no-such-simulation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/simulation-not-done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.AuditLogController_list": {
        parameters: {
            query?: {
                action?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                personId?: string;
                subjectId?: string;
                subjectKind?: string;
                to?: string;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who did what to the books, when and why, in the order in which it was done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            action: string;
                            /** Format: utc-instant */
                            at: string;
                            clientId: string;
                            /** @description Covers the entry and the digest of the one before it */
                            digest: string;
                            facts: {
                                [key: string]: string | number | boolean | null;
                            };
                            /** @description Counts the log’s entries: 1, 2, 3 … */
                            id: string;
                            personId: string | null;
                            reason: string | null;
                            role: "operator" | "finance" | "brand" | "promoter" | "recruiter" | "agency";
                            subject: {
                                id: string;
                                kind: string;
                            };
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "partners.ListPartiesController_list[0]": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The directory of one kind of party, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            id: string;
                            kind?: "person" | "company";
                            name: string;
                            reputation?: number;
                            shopScore?: number;
                            supplyTier?: "gold" | "silver" | "none";
                            techFeeBps?: number;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "partners.WriteBrandController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A brand: what is in force, and its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        joinedAt: string | null;
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        shopScore: number;
                        supplyTier: "gold" | "silver" | "none";
                        suspensions: {
                            /** Format: utc-instant */
                            from: string;
                            reason: string;
                            suspensionId: string;
                            to: string | null;
                        }[];
                        techFeeBps: number;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** Format: utc-instant */
                            joinedAt?: string;
                            name?: string;
                            shopScore?: number;
                            supplyTier?: "gold" | "silver" | "none";
                            techFeeBps?: number;
                        }[];
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.WriteBrandController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    effectiveFrom?: string;
                    /** Format: instant */
                    joinedAt?: string;
                    name?: string;
                    shopScore?: number;
                    supplyTier?: "gold" | "silver" | "none";
                    techFeeBps?: number;
                };
            };
        };
        responses: {
            /** @description Write a version of what is known of a brand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        joinedAt: string | null;
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        shopScore: number;
                        supplyTier: "gold" | "silver" | "none";
                        suspensions: {
                            /** Format: utc-instant */
                            from: string;
                            reason: string;
                            suspensionId: string;
                            to: string | null;
                        }[];
                        techFeeBps: number;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** Format: utc-instant */
                            joinedAt?: string;
                            name?: string;
                            shopScore?: number;
                            supplyTier?: "gold" | "silver" | "none";
                            techFeeBps?: number;
                        }[];
                    };
                };
            };
            /** @description /problems/partners/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ApplyForPlanController_ofBrand": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "applied" | "accepted" | "refused";
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications for directed plans of all a brand’s products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            applicationId: string;
                            /** Format: utc-instant */
                            appliedAt: string;
                            brandId: string;
                            commissionBps: number | null;
                            grantedBps: number | null;
                            id: string;
                            productId: string;
                            promoterId: string;
                            reason: string | null;
                            resolvedAt: string | null;
                            state: "applied" | "accepted" | "refused";
                            text: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ReadBalanceController_ofBrand": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a brand is owed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description May be withdrawn */
                        availableFen: number;
                        /** @description Sent by payouts that are not confirmed, net of tax */
                        inFlightFen: number;
                        /** @description Earned, and not to be withdrawn yet */
                        pendingFen: number;
                        /** @description Income tax withheld from payouts, over all years */
                        withheldTaxFen: number;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.KeepPayeeController_write[0]": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bankAccount: string;
                    idNumber?: string;
                    idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                    payeeName: string;
                    verified: boolean;
                };
            };
        };
        responses: {
            /** @description Keep where a party’s money is paid to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description **** and the last four characters */
                        bankAccount: string;
                        /** @description **** and the last four characters */
                        idNumber?: string;
                        idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                        party: {
                            id: string;
                            kind: string;
                        };
                        payeeName: string;
                        verified: boolean;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListPlansController_ofBrand": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plans that a brand has with promoters for all its products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            activityId: string | null;
                            /** @description Kind, and the promoter or the activity */
                            id: string;
                            inForce: {
                                agencyId: string | null;
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                minReputation: number;
                                promoters: string[] | null;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                            plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                            promoterId: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                            versions: {
                                agencyId?: string;
                                assistBps?: number;
                                commissionBps?: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** @description The plan ends here */
                                ended?: boolean;
                                /** Format: utc-instant */
                                endsAt?: string;
                                /** @description History: it locks no rate */
                                imported: boolean;
                                minReputation?: number;
                                promoters?: string[];
                                /** @description How long holders keep a better rate */
                                rateLockDays: number;
                                recruiterId?: string;
                                secondRecruiterId?: string;
                                secondServiceBps?: number;
                                serviceBps?: number;
                                /**
                                 * Format: utc-instant
                                 * @description When it was written
                                 */
                                told: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ShopPlansController_plan": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    effectiveFrom?: string;
                    promoters: {
                        /** @description The agency that the promoter must be with to pick */
                        agencyId?: string;
                        assistBps?: number;
                        commissionBps: number;
                        /** @description The least reputation of the promoter who may pick */
                        minReputation?: number;
                        promoterId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Plan all of a brand’s products, present and to come, with named promoters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: {
                            activityId: string | null;
                            /** @description Kind, and the promoter or the activity */
                            id: string;
                            inForce: {
                                agencyId: string | null;
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                minReputation: number;
                                promoters: string[] | null;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                            plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                            promoterId: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                            versions: {
                                agencyId?: string;
                                assistBps?: number;
                                commissionBps?: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** @description The plan ends here */
                                ended?: boolean;
                                /** Format: utc-instant */
                                endsAt?: string;
                                /** @description History: it locks no rate */
                                imported: boolean;
                                minReputation?: number;
                                promoters?: string[];
                                /** @description How long holders keep a better rate */
                                rateLockDays: number;
                                recruiterId?: string;
                                secondRecruiterId?: string;
                                secondServiceBps?: number;
                                serviceBps?: number;
                                /**
                                 * Format: utc-instant
                                 * @description When it was written
                                 */
                                told: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often, /problems/product-pool/named-promoter-unknown, /problems/product-pool/named-agency-unknown, /problems/product-pool/exclusive-cut-too-deep, /problems/product-pool/exclusive-cut-too-soon */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ShopPlansController_end": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                partyId: string;
                promoterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a brand’s plan with one promoter; where they have less without it, from the next midnight */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activityId: string | null;
                        /** @description Kind, and the promoter or the activity */
                        id: string;
                        inForce: {
                            agencyId: string | null;
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            minReputation: number;
                            promoters: string[] | null;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        } | null;
                        plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                        promoterId: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            agencyId?: string;
                            assistBps?: number;
                            commissionBps?: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** @description The plan ends here */
                            ended?: boolean;
                            /** Format: utc-instant */
                            endsAt?: string;
                            /** @description History: it locks no rate */
                            imported: boolean;
                            minReputation?: number;
                            promoters?: string[];
                            /** @description How long holders keep a better rate */
                            rateLockDays: number;
                            recruiterId?: string;
                            secondRecruiterId?: string;
                            secondServiceBps?: number;
                            serviceBps?: number;
                            /**
                             * Format: utc-instant
                             * @description When it was written
                             */
                            told: string;
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product, /problems/product-pool/no-such-plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ListAudienceController_list": {
        parameters: {
            query?: {
                at?: string;
                cursor?: string;
                format?: "json" | "csv";
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A brand's river audience: buyers whom promoters brought, without the control group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            broughtBy: string;
                            id: string;
                            /** Format: utc-instant */
                            since: string;
                            /** Format: utc-instant */
                            until: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/whole-audience-only */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ShowMemberController_show": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                buyerId: string;
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a buyer is in a brand's river audience, and who brought them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        broughtBy: string | null;
                        heldOut: boolean;
                        member: boolean;
                        since: string | null;
                        until: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ReportUpliftController_report": {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the river added to a brand's own streams in a period, against the buyers who were held out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        brandId: string;
                        differencePerMember: {
                            fen: number;
                            highFen: number;
                            lowFen: number;
                        } | null;
                        /** Format: utc-instant */
                        from: string;
                        heldOut: {
                            /** @description Members who bought in the brand's own streams within their window */
                            buyers: number;
                            members: number;
                            netBaseFen: number;
                            netBasePerMemberFen: number;
                        } | null;
                        incrementalGmv: {
                            fen: number;
                            highFen: number;
                            lowFen: number;
                        } | null;
                        reason: ("too-few-members" | "two-holdouts") | null;
                        recommended: {
                            /** @description Members who bought in the brand's own streams within their window */
                            buyers: number;
                            members: number;
                            netBaseFen: number;
                            netBasePerMemberFen: number;
                        } | null;
                        /** Format: utc-instant */
                        to: string;
                        uplift: {
                            bps: number;
                            highBps: number;
                            lowBps: number;
                        } | null;
                        upliftReason: "held-out-mean-uncertain" | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/empty-period */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "commissions.ListSalesController_ofBrand": {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                state?: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                to?: string;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sales of a brand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            baseFen: number;
                            channelId: string;
                            estimatedFen: number;
                            /** @description {channelId}/{orderId}/{lineNo} */
                            id: string;
                            lineNo: number;
                            /** Format: utc-instant */
                            orderedAt: string;
                            orderId: string;
                            outcome: "distribution" | "self-broadcast" | "organic" | "void";
                            productId: string;
                            settledFen: number;
                            share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            state: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                            tag: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/malformed-request, /problems/malformed-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListSamplesController_listOfBrand": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                productId?: string;
                promoterId?: string;
                state?: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The samples asked of a brand, in the order in which they were asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            addressRef: string | null;
                            brandId: string;
                            /** @description The promoter buys it and is refunded later */
                            buyFirst: boolean;
                            carrier: string | null;
                            channelId: string | null;
                            /** @description From this instant on the content is overdue */
                            contentDueAt: string | null;
                            contentId: string | null;
                            fulfilledAt: string | null;
                            id: string;
                            /** @description The content came at the due instant or after it */
                            late: boolean;
                            message: string | null;
                            /** @description The order by which the promoter bought it */
                            orderId: string | null;
                            productId: string;
                            promoterId: string;
                            /** @description Of the last step */
                            reason: string | null;
                            receivedAt: string | null;
                            /** @description The brand owes the promoter the sample’s price */
                            refundDue: boolean;
                            refundedAt: string | null;
                            /** Format: utc-instant */
                            requestedAt: string;
                            revision: number;
                            sampleId: string;
                            /**
                             * Format: utc-instant
                             * @description When it came to this state
                             */
                            since: string;
                            state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                            surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                            trackingNo: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.SuspendPartyController_write[1]": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
                suspensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    from: string;
                    reason: string;
                    /** Format: instant */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Suspend a party for a span of time, or move the end of a suspension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        from: string;
                        party: {
                            id: string;
                            kind: "promoter" | "brand";
                        };
                        reason: string;
                        suspensionId: string;
                        to: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/suspension-differs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/ends-before-it-begins */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ShowTrafficController_ofBrand": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Traffic that a brand's sales through promoters earned it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Impressions left in all grants, less the debt: below 0 while there is one */
                        balance: number;
                        /** @description Impressions spent that refunds took back; the next grants pay them */
                        debt: number;
                        grants: {
                            cause: {
                                channelId: string;
                                lineNo: number;
                                orderId: string;
                            };
                            eligible: boolean;
                            /** Format: utc-instant */
                            expiresAt: string;
                            id: string;
                            impressions: number;
                            left: number;
                            reason: string | null;
                            /** @description What spends took, a part that was taken back later included */
                            spent: number;
                            /** @description What debts took, likewise */
                            toDebt: number;
                        }[];
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.SpendTrafficController_listOfBrand": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A wallet's spends, in the order in which they were made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            contentId: string;
                            id: string;
                            impressions: number;
                            /** Format: utc-instant */
                            spentAt: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.SpendTrafficController_ofBrand": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The stream or video on which they are used */
                    contentId: string;
                    impressions: number;
                };
            };
        };
        responses: {
            /** @description Spends traffic on a content of the party, oldest grant first */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Impressions left after it */
                        balance: number;
                        contentId: string;
                        id: string;
                        impressions: number;
                        /** Format: utc-instant */
                        spentAt: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/not-enough-traffic */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ReadCartTokenController_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a cart token stands for, and whether its pick holds now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        from: string;
                        /** @description Whether the pick, and so its code, holds now */
                        inForce: boolean;
                        pickId: string;
                        productId: string;
                        promotionCode: string;
                        tag: string | null;
                        to: string | null;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-cart-token */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListCategoriesController_list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category tree, every category before those below it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            id: string;
                            name: string;
                            nameEn: string;
                            parentId: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "product-pool.WriteCategoriesController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    name: string;
                    nameEn: string;
                    parentId: string | null;
                }[];
            };
        };
        responses: {
            /** @description Write the category tree, the whole of it: up to three levels. A category with products stays a leaf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        categories: number;
                        changed: number;
                        removed: number;
                    };
                };
            };
            /** @description /problems/product-pool/categories-in-use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/category-repeats, /problems/product-pool/category-has-no-parent, /problems/product-pool/categories-run-in-a-circle, /problems/product-pool/category-too-deep */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "gateway.ChannelsController_make": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channelId: string;
                };
            };
        };
        responses: {
            /** @description Let a channel send orders, or give it a new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description whsec_ and base64; shown this once */
                        secret: string;
                    };
                };
            };
        };
    };
    "gateway.ClientsController_make": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partyId?: string;
                    personId?: string;
                    role: "operator" | "finance" | "brand" | "promoter" | "recruiter" | "agency";
                };
            };
        };
        responses: {
            /** @description Let somebody call the API */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string;
                        /** @description Shown this once */
                        clientSecret: string;
                    };
                };
            };
        };
    };
    "gateway.ListExceptionsController_list": {
        parameters: {
            query?: {
                cursor?: string;
                kind?: string;
                limit?: number;
                orderId?: string;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was accepted and needs a person, with the parked events of every service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            channelId: string | null;
                            detail: string;
                            id: string;
                            /** @description {service}/{what}, such as orders/conflicting-content or orders/parked-event */
                            kind: string;
                            lineNo: number | null;
                            /** Format: utc-instant */
                            occurredAt: string;
                            orderId: string | null;
                            state: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "settlement.ExportJournalController_export": {
        parameters: {
            query?: {
                format?: "json" | "hledger" | "csv";
                from?: string;
                openings?: boolean;
                orderId?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All postings, in the order of the days on which they are booked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        postings: {
                            /** Format: date */
                            bookedOn: string;
                            /** @description `paid`, `refund` and the refund’s id, `settlement` and the run’s, `payout` and the payout’s … */
                            cause: string;
                            channelId: string | null;
                            entries: {
                                account: string;
                                creditFen?: number;
                                debitFen?: number;
                                share: string | null;
                            }[];
                            lineNo: number | null;
                            /** Format: utc-instant */
                            occurredAt: string;
                            orderId: string | null;
                            postingId: string;
                            reference: string | null;
                            transactionId: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "settlement.ListSealsController_list": {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                to?: string;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seals of business days, by day: each covers all before it, so that later tampering shows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** Format: date */
                            day: string;
                            /** @description Over the seal before it, the day, and the digests of all postings booked on it */
                            hash: string;
                            /** Format: date */
                            id: string;
                            postings: number;
                            /** @description Null of the first day that was ever sealed */
                            previousHash: string | null;
                            /** @description The settlement run that sealed the day */
                            sealedBy: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "settlement.TrialBalanceController_read": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Debits, credits and balance of every account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            account: string;
                            /** @description debit − credit */
                            balanceFen: number;
                            creditFen: number;
                            debitFen: number;
                        }[];
                        totalCreditFen: number;
                        totalDebitFen: number;
                    };
                };
            };
        };
    };
    "settlement.StatementFilesController_month": {
        parameters: {
            query: {
                format?: "json" | "csv" | "xlsx";
                month: string;
                party?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A month of a party: the sums of its days’ statements */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adjustmentsFen: number;
                        bonusesFen: number;
                        closingFen: number;
                        days: {
                            adjustmentsFen: number;
                            bonusesFen: number;
                            /** Format: date */
                            businessDate: string;
                            closingFen: number;
                            failedPayoutsFen: number;
                            id: string;
                            linesFen: number;
                            manualFen: number;
                            openingFen: number;
                            payoutsFen: number;
                            rebatesFen: number;
                        }[];
                        failedPayoutsFen: number;
                        linesFen: number;
                        manualFen: number;
                        month: string;
                        openingFen: number;
                        party: string;
                        payoutsFen: number;
                        rebatesFen: number;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/party-required */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "gateway.ReadOrderController_read": {
        parameters: {
            query?: {
                channelId?: string;
            };
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An order, its lines and who gets what of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        brandId: string;
                        channelId: string;
                        lines: {
                            baseFen: number;
                            lineNo: number;
                            outcome: ("distribution" | "self-broadcast" | "organic" | "void") | null;
                            paidFen: number;
                            platformSubsidyFen: number;
                            productId: string;
                            promoterId: string | null;
                            refundedFen: number;
                            shares: {
                                amountFen: number;
                                formula: string;
                                partyId: string | null;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            }[];
                            state: string;
                        }[];
                        /** Format: utc-instant */
                        orderedAt: string;
                        orderId: string;
                        /** Format: utc-instant */
                        paidAt: string;
                        payment: {
                            channel: string;
                            freightFen: number;
                            transactionId: string;
                        };
                        refunds: Record<string, never>[];
                        state: "paid" | "shipped" | "received" | "closed";
                    };
                };
            };
            /** @description /problems/orders/no-such-order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/orders/order-in-several-channels */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "gateway.ExplainOrderController_explain": {
        parameters: {
            query?: {
                channelId?: string;
                format?: "json" | "markdown";
                seenBy?: string;
            };
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For every fen of an order: who got it, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channelId: string;
                        /** @description False while a service has not caught up with the order's last event */
                        complete: boolean;
                        lines: {
                            accountId: string | null;
                            appeals: {
                                /** @description What makes it good in the books; the party sees it once it is approved */
                                adjustment: {
                                    adjustmentId: string;
                                    amountFen: number;
                                    state: "proposed" | "approved" | "rejected";
                                } | null;
                                channelId: string;
                                /** Format: utc-instant */
                                dueAt: string;
                                /** Format: utc-instant */
                                filedAt: string;
                                id: string;
                                lineNo: number;
                                orderId: string;
                                party: string;
                                reason: string | null;
                                resolvedAt: string | null;
                                state: "open" | "overdue" | "upheld" | "refused" | "withdrawn";
                                /** @description For people, where a language was asked for */
                                stateText?: string;
                                text: string;
                                /** Format: utc-instant */
                                updatedAt: string;
                            }[];
                            baseFen: number | null;
                            candidates: {
                                accountId?: string;
                                /** Format: utc-instant */
                                occurredAt?: string;
                                promoterId?: string;
                                promotionCode?: string;
                                reason?: string;
                                /** @description For people, where a language was asked for */
                                reasonText?: string;
                                rule: string;
                                /** @description For people, where a language was asked for */
                                ruleText?: string;
                                touchId?: string;
                                verdict: "won" | "refused";
                            }[];
                            lineNo: number;
                            outcome: ("distribution" | "self-broadcast" | "organic" | "void") | null;
                            outcomeText?: string | null;
                            paidFen: number | null;
                            pickId: string | null;
                            platformSubsidyFen: number | null;
                            policyVersion: string | null;
                            postings: {
                                account: string;
                                bookedOn: string;
                                cause: string;
                                /** @description For people, where a language was asked for */
                                causeText?: string;
                                creditFen?: number;
                                debitFen?: number;
                                /** Format: utc-instant */
                                occurredAt: string;
                                postingId: string;
                            }[];
                            productId: string;
                            promoterId: string | null;
                            refundedFen: number | null;
                            revision: number | null;
                            river: {
                                grants: {
                                    eligible: boolean;
                                    impressions: number;
                                    party: string;
                                    reason: string | null;
                                    reasonText?: string | null;
                                }[];
                                joined: boolean;
                                return: {
                                    broughtBy: string;
                                    heldOut: boolean;
                                } | null;
                            } | null;
                            rule: string | null;
                            ruleText?: string | null;
                            shares: {
                                amountFen: number;
                                formula: string;
                                /** @description For people, where a language was asked for */
                                formulaText?: string;
                                partyId: string | null;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                                /** @description For people, where a language was asked for */
                                shareText?: string;
                            }[];
                            state: string;
                            statementIds: string[];
                            /** @description For people, where a language was asked for */
                            stateText?: string;
                            terms: {
                                agencyBps: number | null;
                                agencyId: string | null;
                                assistBps: number | null;
                                commissionBps: number | null;
                                effectiveFrom: string | null;
                                promotionFeeBps: number | null;
                                secondServiceBps: number | null;
                                serviceBps: number | null;
                                techFeeBps: number | null;
                            } | null;
                            tooLate: {
                                assistantIds: string[];
                                /** Format: utc-instant */
                                at: string;
                                decisionRevision: number;
                                kind: "decision" | "rates";
                                outcome: "distribution" | "self-broadcast" | "organic" | "void";
                                pickId: string | null;
                                promoterId: string | null;
                                rule: string | null;
                            }[];
                        }[];
                        orderId: string;
                    };
                };
            };
            /** @description /problems/orders/no-such-order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/orders/order-in-several-channels */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.HoldLineController_lay": {
        parameters: {
            query?: {
                channelId?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                lineNo: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For the audit log */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Lays a hold on a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channelId: string;
                        isHeld: boolean;
                        lineNo: number;
                        orderId: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-line */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/line-is-settled, /problems/orders/order-in-several-channels */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.HoldLineController_lift": {
        parameters: {
            query?: {
                channelId?: string;
            };
            header?: never;
            path: {
                lineNo: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description For the audit log */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Lifts a line’s hold; changes nothing when none lies on it, as on a settled line */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description /problems/settlement/no-such-line */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/orders/order-in-several-channels */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "gateway.OrderEventsController_takeIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: ({
                        eventId: string;
                        /** Format: instant */
                        occurredAt: string;
                        order: {
                            brandId: string;
                            buyerId?: string;
                            lines: {
                                lineNo: number;
                                paidFen: number;
                                platformSubsidyFen?: number;
                                productId: string;
                                quantity: number;
                                scene: {
                                    accountId?: string;
                                    contentId?: string;
                                    promotionCode?: string;
                                    surface: "live" | "short_video" | "showcase" | "shelf" | "search" | "link";
                                    tag?: string;
                                };
                            }[];
                            /** Format: instant */
                            orderedAt: string;
                            orderId: string;
                            /** Format: instant */
                            paidAt: string;
                            payment: {
                                channel: string;
                                freightFen?: number;
                                transactionId: string;
                            };
                        };
                        /** @constant */
                        type: "order-paid";
                    } | {
                        eventId: string;
                        /** Format: instant */
                        occurredAt: string;
                        orderId: string;
                        /** @constant */
                        type: "order-shipped";
                    } | {
                        eventId: string;
                        /** Format: instant */
                        occurredAt: string;
                        orderId: string;
                        /** @constant */
                        type: "order-received";
                    } | {
                        eventId: string;
                        /** Format: instant */
                        occurredAt: string;
                        orderId: string;
                        refund: {
                            freightFen?: number;
                            lineNo: number;
                            reason?: string;
                            refundFen: number;
                            refundId: string;
                            subsidyFen?: number;
                            transactionId?: string;
                        };
                        /** @constant */
                        type: "order-refunded";
                    } | {
                        eventId: string;
                        /** Format: instant */
                        occurredAt: string;
                        orderId: string;
                        /** @constant */
                        type: "order-closed";
                    })[];
                };
            };
        };
        responses: {
            /** @description Order events of a channel, signed as Standard Webhooks are; answered once they are durable */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        duplicates: number;
                        refused: {
                            errors: {
                                pointer: string;
                                problem: string;
                            }[];
                            eventId: string | null;
                            index: number;
                            title: string;
                            /** @description A problem type */
                            type: string;
                        }[];
                    };
                };
            };
            /** @description /problems/malformed-json, /problems/gateway/malformed-envelope */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/gateway/webhook-headers-missing, /problems/gateway/unknown-channel, /problems/gateway/webhook-timestamp-out-of-tolerance, /problems/gateway/webhook-signature-mismatch */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/body-too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/idempotency-key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/gateway/intake-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "gateway.ReplayParkedEventController_replay": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Handle a parked event, and those parked behind it, again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description This event and later ones of the same key */
                        replayed: number;
                    };
                };
            };
            /** @description /problems/gateway/no-such-parked-event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/messaging/event-still-fails */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ListPayoutsController_list": {
        parameters: {
            query?: {
                batchId?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                party?: string;
                state?: "sent" | "confirmed" | "failed";
                to?: string;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Payouts, in the order in which they were asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            batchId: string | null;
                            grossFen: number;
                            id: string;
                            invoiceNo: string | null;
                            netFen: number;
                            /** @description Kind and id of a party: `promoter:pr-1` */
                            party: string;
                            payeeName: string;
                            payoutId: string;
                            reason: string | null;
                            reference: string | null;
                            resultAt: string | null;
                            /** Format: utc-instant */
                            sentAt: string;
                            state: "sent" | "confirmed" | "failed";
                            tax: {
                                /** @description Of the calendar year, this payout included */
                                incomeSoFarFen: number;
                                /** @description The calendar month in Shanghai */
                                month: string;
                                /** @description In a row, with a payout, up to this one */
                                months: number;
                                quickDeductionFen: number;
                                rateBps: number;
                                /** @description Rounded down; the tax is worked out from the exact amount */
                                taxableFen: number;
                                taxOnCumulativeFen: number;
                                withheldBeforeFen: number;
                                withheldNowFen: number;
                            } | null;
                            /** @description Individual income tax withheld */
                            taxFen: number;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.PayOutController_payOut": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Before tax; everything that is available when left out */
                    amountFen?: number;
                    /** @description Required of companies and agencies, not of brands */
                    invoiceNo?: string;
                    /** @description Kind and id of a party: `promoter:pr-1` */
                    party: string;
                    /**
                     * Format: instant
                     * @description Now when left out; in the past for finance alone
                     */
                    sentAt?: string;
                };
            };
        };
        responses: {
            /** @description Pay out what a party may withdraw */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grossFen: number;
                        netFen: number;
                        /** @description Kind and id of a party: `promoter:pr-1` */
                        party: string;
                        payoutId: string;
                        state: "sent" | "confirmed" | "failed";
                        /** @description Individual income tax withheld */
                        taxFen: number;
                    };
                };
            };
            /** @description /problems/settlement/past-is-finances */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/payout-out-of-order */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/named-party-unknown, /problems/settlement/party-suspended, /problems/settlement/payee-missing, /problems/settlement/payee-unverified, /problems/settlement/invoice-required, /problems/settlement/nothing-available, /problems/settlement/not-enough-available, /problems/settlement/below-minimum-payout, /problems/settlement/tax-takes-it-all, /problems/settlement/in-the-future */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ListPayoutsController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A payout, with the worksheet of its tax */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description **** and the last four characters */
                        bankAccount: string;
                        batchId: string | null;
                        grossFen: number;
                        id: string;
                        invoiceNo: string | null;
                        netFen: number;
                        /** @description Kind and id of a party: `promoter:pr-1` */
                        party: string;
                        payeeName: string;
                        payoutId: string;
                        reason: string | null;
                        reference: string | null;
                        resultAt: string | null;
                        /** Format: utc-instant */
                        sentAt: string;
                        state: "sent" | "confirmed" | "failed";
                        tax: {
                            /** @description Of the calendar year, this payout included */
                            incomeSoFarFen: number;
                            /** @description The calendar month in Shanghai */
                            month: string;
                            /** @description In a row, with a payout, up to this one */
                            months: number;
                            quickDeductionFen: number;
                            rateBps: number;
                            /** @description Rounded down; the tax is worked out from the exact amount */
                            taxableFen: number;
                            taxOnCumulativeFen: number;
                            withheldBeforeFen: number;
                            withheldNowFen: number;
                        } | null;
                        /** @description Individual income tax withheld */
                        taxFen: number;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-payout */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.PayoutResultController_record": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the bank paid it, or gave it back
                     */
                    occurredAt: string;
                    /** @description For the party to read */
                    reason?: string;
                    /** @description The bank’s number for it, by which its statement is matched */
                    reference: string;
                    result: "confirmed" | "failed";
                };
            };
        };
        responses: {
            /** @description Record what became of a payout at the bank */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description **** and the last four characters */
                        bankAccount: string;
                        batchId: string | null;
                        grossFen: number;
                        id: string;
                        invoiceNo: string | null;
                        netFen: number;
                        /** @description Kind and id of a party: `promoter:pr-1` */
                        party: string;
                        payeeName: string;
                        payoutId: string;
                        reason: string | null;
                        reference: string | null;
                        resultAt: string | null;
                        /** Format: utc-instant */
                        sentAt: string;
                        state: "sent" | "confirmed" | "failed";
                        tax: {
                            /** @description Of the calendar year, this payout included */
                            incomeSoFarFen: number;
                            /** @description The calendar month in Shanghai */
                            month: string;
                            /** @description In a row, with a payout, up to this one */
                            months: number;
                            quickDeductionFen: number;
                            rateBps: number;
                            /** @description Rounded down; the tax is worked out from the exact amount */
                            taxableFen: number;
                            taxOnCumulativeFen: number;
                            withheldBeforeFen: number;
                            withheldNowFen: number;
                        } | null;
                        /** @description Individual income tax withheld */
                        taxFen: number;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-payout */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/result-differs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/result-before-sending, /problems/settlement/in-the-future */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.PayoutBatchController_begin": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Says what would be paid, and pays nothing */
                    dryRun?: boolean;
                    /**
                     * Format: instant
                     * @description Of every payout; now when left out, and for who was paid later than that meanwhile, then
                     */
                    sentAt?: string;
                };
            };
        };
        responses: {
            /** @description Pay out everything to all parties that have the smallest payout or more to withdraw */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string;
                    };
                };
            };
            /** @description /problems/settlement/in-the-future */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.PayoutBatchController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a batch of payouts has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string;
                        dryRun: boolean;
                        grossFen: number;
                        id: string;
                        netFen: number;
                        /** @description Of them, or in a dry run those that would be */
                        paid: number;
                        /** @description With the minimum or more to withdraw, looked at so far */
                        parties: number;
                        refused: number;
                        /** Format: utc-instant */
                        sentAt: string;
                        state: "running" | "done";
                        taxFen: number;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.PayoutBatchController_verdicts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a batch of payouts did about each party */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            availableFen: number;
                            grossFen: number | null;
                            /** @description Kind and id of a party: `promoter:pr-1` */
                            id: string;
                            netFen: number | null;
                            /** @description Kind and id of a party: `promoter:pr-1` */
                            party: string;
                            payoutId: string | null;
                            problem: string | null;
                            taxFen: number | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                            verdict: "paid" | "would-be-paid" | "refused";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/settlement/no-such-batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ExportBankFileController_export": {
        parameters: {
            query?: {
                batchId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Payouts that are sent and not confirmed, as a file for the bank */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description /problems/settlement/payee-key-differs */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ImportResultsController_import": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Record the results of many payouts from the bank’s file, each row with a verdict of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Results that were not known before */
                        applied: number;
                        refused: {
                            errors: {
                                pointer: string;
                                problem: string;
                            }[];
                            payoutId: string;
                            /** @description Which row, counted from 1, without the first one of the file */
                            row: number;
                            title: string;
                            type: string;
                        }[];
                        /** @description Results that were known already */
                        repeated: number;
                    };
                };
            };
            /** @description /problems/settlement/results-file-unusable */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/totals-differ */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.SetPolicyController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy: "attribution" | "fees" | "settlement" | "river" | "newcomer";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A policy: what is in force, and its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every field’s value now, defaults included */
                        inForce: {
                            [key: string]: unknown;
                        };
                        policy: "attribution" | "fees" | "settlement" | "river" | "newcomer";
                        updatedAt: string | null;
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                        }[];
                    };
                };
            };
        };
    };
    "partners.SetPolicyController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                policy: "attribution" | "fees" | "settlement" | "river" | "newcomer";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    effectiveFrom?: string;
                    linkHours?: number;
                    liveHours?: number;
                    shortVideoHours?: number;
                    showcaseHours?: number;
                } | {
                    /** Format: instant */
                    effectiveFrom?: string;
                    promotionFeeBps?: number;
                } | {
                    /** Format: instant */
                    effectiveFrom?: string;
                    minPayoutFen?: number;
                    tiers?: {
                        holdDays: number;
                        minShopScore: number;
                    }[];
                } | {
                    brandTrafficPerYuan?: number;
                    /** Format: instant */
                    effectiveFrom?: string;
                    holdoutBps?: number;
                    minReputation?: number;
                    minShopScore?: number;
                    promoterTrafficPerYuan?: number;
                    salt?: string;
                    windowDays?: number;
                } | {
                    /** Format: instant */
                    effectiveFrom?: string;
                    /** Format: date */
                    joinedFrom?: string;
                    /** Format: date */
                    joinedTo?: string;
                    quotaFen?: number;
                };
            };
        };
        responses: {
            /** @description Write a version of a policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every field’s value now, defaults included */
                        inForce: {
                            [key: string]: unknown;
                        };
                        policy: "attribution" | "fees" | "settlement" | "river" | "newcomer";
                        updatedAt: string | null;
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                        }[];
                    };
                };
            };
            /** @description /problems/partners/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/tiers-repeat, /problems/partners/programme-ends-before-it-begins */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.RebuildIndexController_rebuild": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Build the pool’s index anew from the database, in every instance; the one there is serves meanwhile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "product-pool.ListProductsController_list": {
        parameters: {
            query?: {
                brandId?: string;
                cursor?: string;
                limit?: number;
                state?: "draft" | "on-shelf" | "off-shelf" | "removed";
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Products in the order of their ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            belt: string | null;
                            brandId: string;
                            categoryId: string;
                            /** Format: utc-instant */
                            createdAt: string;
                            guarantees: ("refund-without-return" | "return-freight-paid" | "tenfold-if-fake")[];
                            id: string;
                            images: string[];
                            listedAt: string | null;
                            priceFen: number;
                            productId: string;
                            productScore: number;
                            revision: number;
                            sampleRule: {
                                buyFirstRefundLater?: boolean;
                                /** @description The least settled orders of a promoter who asks */
                                minSettledOrders?: number;
                                /** @description How many are given in a calendar month (Asia/Shanghai) */
                                monthlyLimit?: number;
                                offered: boolean;
                            } | null;
                            /** @description `own-shop`, or the alliance that it is linked from: `taobao-alliance`, … */
                            source: string;
                            state: "draft" | "on-shelf" | "off-shelf" | "removed";
                            stock: number;
                            /** @description Of its brand, as it is now */
                            supplyTier: "gold" | "silver" | "none";
                            title: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                            url: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.OfferProductController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A product as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        belt: string | null;
                        brandId: string;
                        categoryId: string;
                        /** Format: utc-instant */
                        createdAt: string;
                        guarantees: ("refund-without-return" | "return-freight-paid" | "tenfold-if-fake")[];
                        images: string[];
                        listedAt: string | null;
                        priceFen: number;
                        productId: string;
                        productScore: number;
                        revision: number;
                        sampleRule: {
                            buyFirstRefundLater?: boolean;
                            /** @description The least settled orders of a promoter who asks */
                            minSettledOrders?: number;
                            /** @description How many are given in a calendar month (Asia/Shanghai) */
                            monthlyLimit?: number;
                            offered: boolean;
                        } | null;
                        /** @description `own-shop`, or the alliance that it is linked from: `taobao-alliance`, … */
                        source: string;
                        state: "draft" | "on-shelf" | "off-shelf" | "removed";
                        stock: number;
                        /** @description Of its brand, as it is now */
                        supplyTier: "gold" | "silver" | "none";
                        title: string;
                        /** Format: utc-instant */
                        updatedAt: string;
                        url: string | null;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.OfferProductController_offer": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    belt?: string | null;
                    brandId: string;
                    categoryId: string;
                    guarantees?: ("refund-without-return" | "return-freight-paid" | "tenfold-if-fake")[];
                    images?: string[];
                    priceFen: number;
                    /** @description Hundredths of a point; for operators */
                    productScore?: number;
                    sampleRule?: {
                        buyFirstRefundLater?: boolean;
                        /** @description The least settled orders of a promoter who asks */
                        minSettledOrders?: number;
                        /** @description How many are given in a calendar month (Asia/Shanghai) */
                        monthlyLimit?: number;
                        offered: boolean;
                    } | null;
                    /** @description `own-shop`, or the alliance that it is linked from: `taobao-alliance`, … */
                    source?: string;
                    state?: "draft" | "on-shelf" | "off-shelf" | "removed";
                    stock: number;
                    title: string;
                    url?: string | null;
                };
            };
        };
        responses: {
            /** @description Offer a product, or change it; If-Match makes sure that nobody changed it meanwhile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        belt: string | null;
                        brandId: string;
                        categoryId: string;
                        /** Format: utc-instant */
                        createdAt: string;
                        guarantees: ("refund-without-return" | "return-freight-paid" | "tenfold-if-fake")[];
                        images: string[];
                        listedAt: string | null;
                        priceFen: number;
                        productId: string;
                        productScore: number;
                        revision: number;
                        sampleRule: {
                            buyFirstRefundLater?: boolean;
                            /** @description The least settled orders of a promoter who asks */
                            minSettledOrders?: number;
                            /** @description How many are given in a calendar month (Asia/Shanghai) */
                            monthlyLimit?: number;
                            offered: boolean;
                        } | null;
                        /** @description `own-shop`, or the alliance that it is linked from: `taobao-alliance`, … */
                        source: string;
                        state: "draft" | "on-shelf" | "off-shelf" | "removed";
                        stock: number;
                        /** @description Of its brand, as it is now */
                        supplyTier: "gold" | "silver" | "none";
                        title: string;
                        /** Format: utc-instant */
                        updatedAt: string;
                        url: string | null;
                    };
                };
            };
            /** @description /problems/product-pool/score-is-not-the-brands */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/product-changed, /problems/product-pool/product-of-other-brand, /problems/product-pool/state-out-of-reach */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/named-brand-unknown, /problems/product-pool/no-such-category, /problems/product-pool/category-is-divided, /problems/product-pool/url-leads-nowhere */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListPlansController_ofProduct": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All plans that a product has, its brand’s with promoters among them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            activityId: string | null;
                            /** @description Kind, and the promoter or the activity */
                            id: string;
                            inForce: {
                                agencyId: string | null;
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                minReputation: number;
                                promoters: string[] | null;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                            plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                            promoterId: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                            versions: {
                                agencyId?: string;
                                assistBps?: number;
                                commissionBps?: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** @description The plan ends here */
                                ended?: boolean;
                                /** Format: utc-instant */
                                endsAt?: string;
                                /** @description History: it locks no rate */
                                imported: boolean;
                                minReputation?: number;
                                promoters?: string[];
                                /** @description How long holders keep a better rate */
                                rateLockDays: number;
                                recruiterId?: string;
                                secondRecruiterId?: string;
                                secondServiceBps?: number;
                                serviceBps?: number;
                                /**
                                 * Format: utc-instant
                                 * @description When it was written
                                 */
                                told: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListPlansController_ofKind": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                plan: "directed" | "exclusive" | "activity" | "exclusive-activity";
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plans of one kind that a product has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            activityId: string | null;
                            /** @description Kind, and the promoter or the activity */
                            id: string;
                            inForce: {
                                agencyId: string | null;
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                minReputation: number;
                                promoters: string[] | null;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                            plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                            promoterId: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                            versions: {
                                agencyId?: string;
                                assistBps?: number;
                                commissionBps?: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** @description The plan ends here */
                                ended?: boolean;
                                /** Format: utc-instant */
                                endsAt?: string;
                                /** @description History: it locks no rate */
                                imported: boolean;
                                minReputation?: number;
                                promoters?: string[];
                                /** @description How long holders keep a better rate */
                                rateLockDays: number;
                                recruiterId?: string;
                                secondRecruiterId?: string;
                                secondServiceBps?: number;
                                serviceBps?: number;
                                /**
                                 * Format: utc-instant
                                 * @description When it was written
                                 */
                                told: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ProductPlansController_plan": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                plan: "directed" | "exclusive";
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    effectiveFrom?: string;
                    promoters: {
                        /** @description The agency that the promoter must be with to pick */
                        agencyId?: string;
                        assistBps?: number;
                        commissionBps: number;
                        /** @description The least reputation of the promoter who may pick */
                        minReputation?: number;
                        promoterId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Plan a product with named promoters: directed, or exclusive to them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: {
                            activityId: string | null;
                            /** @description Kind, and the promoter or the activity */
                            id: string;
                            inForce: {
                                agencyId: string | null;
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                minReputation: number;
                                promoters: string[] | null;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                            plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                            promoterId: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                            versions: {
                                agencyId?: string;
                                assistBps?: number;
                                commissionBps?: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** @description The plan ends here */
                                ended?: boolean;
                                /** Format: utc-instant */
                                endsAt?: string;
                                /** @description History: it locks no rate */
                                imported: boolean;
                                minReputation?: number;
                                promoters?: string[];
                                /** @description How long holders keep a better rate */
                                rateLockDays: number;
                                recruiterId?: string;
                                secondRecruiterId?: string;
                                secondServiceBps?: number;
                                serviceBps?: number;
                                /**
                                 * Format: utc-instant
                                 * @description When it was written
                                 */
                                told: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often, /problems/product-pool/named-promoter-unknown, /problems/product-pool/named-agency-unknown, /problems/product-pool/exclusive-cut-too-deep, /problems/product-pool/exclusive-cut-too-soon */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ProductPlansController_end": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                plan: "directed" | "exclusive";
                productId: string;
                promoterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a product’s plan with one promoter; where they have less without it, from the next midnight */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activityId: string | null;
                        /** @description Kind, and the promoter or the activity */
                        id: string;
                        inForce: {
                            agencyId: string | null;
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            minReputation: number;
                            promoters: string[] | null;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        } | null;
                        plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                        promoterId: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            agencyId?: string;
                            assistBps?: number;
                            commissionBps?: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** @description The plan ends here */
                            ended?: boolean;
                            /** Format: utc-instant */
                            endsAt?: string;
                            /** @description History: it locks no rate */
                            imported: boolean;
                            minReputation?: number;
                            promoters?: string[];
                            /** @description How long holders keep a better rate */
                            rateLockDays: number;
                            recruiterId?: string;
                            secondRecruiterId?: string;
                            secondServiceBps?: number;
                            serviceBps?: number;
                            /**
                             * Format: utc-instant
                             * @description When it was written
                             */
                            told: string;
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product, /problems/product-pool/no-such-plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.PlanThroughActivityController_ordinary": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activityId: string;
                    assistBps?: number;
                    commissionBps: number;
                    /** Format: instant */
                    effectiveFrom?: string;
                    /**
                     * Format: instant
                     * @description The planned end
                     */
                    effectiveTo?: string;
                    minReputation?: number;
                    recruiterId?: string;
                    secondRecruiterId?: string;
                    secondServiceBps?: number;
                    serviceBps: number;
                };
            };
        };
        responses: {
            /** @description Plan a product through an activity that is open to any promoter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activityId: string | null;
                        /** @description Kind, and the promoter or the activity */
                        id: string;
                        inForce: {
                            agencyId: string | null;
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            minReputation: number;
                            promoters: string[] | null;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        } | null;
                        plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                        promoterId: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            agencyId?: string;
                            assistBps?: number;
                            commissionBps?: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** @description The plan ends here */
                            ended?: boolean;
                            /** Format: utc-instant */
                            endsAt?: string;
                            /** @description History: it locks no rate */
                            imported: boolean;
                            minReputation?: number;
                            promoters?: string[];
                            /** @description How long holders keep a better rate */
                            rateLockDays: number;
                            recruiterId?: string;
                            secondRecruiterId?: string;
                            secondServiceBps?: number;
                            serviceBps?: number;
                            /**
                             * Format: utc-instant
                             * @description When it was written
                             */
                            told: string;
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict, /problems/product-pool/plan-of-other-kind */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often, /problems/product-pool/rates-exceed-sale, /problems/product-pool/ends-before-it-begins, /problems/product-pool/named-recruiter-unknown, /problems/product-pool/fee-for-nobody */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ApplyForPlanController_ofProduct": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "applied" | "accepted" | "refused";
                updatedFrom?: string;
            };
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications for a product’s directed plan, in the order in which they came */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            applicationId: string;
                            /** Format: utc-instant */
                            appliedAt: string;
                            brandId: string;
                            commissionBps: number | null;
                            grantedBps: number | null;
                            id: string;
                            productId: string;
                            promoterId: string;
                            reason: string | null;
                            resolvedAt: string | null;
                            state: "applied" | "accepted" | "refused";
                            text: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ApplyForPlanController_apply": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The rate that the promoter asks for */
                    commissionBps?: number;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Apply for a directed plan of a product */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applicationId: string;
                        /** Format: utc-instant */
                        appliedAt: string;
                        brandId: string;
                        commissionBps: number | null;
                        grantedBps: number | null;
                        id: string;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        resolvedAt: string | null;
                        state: "applied" | "accepted" | "refused";
                        text: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/application-is-open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/not-on-shelf */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ApplyForPlanController_resolve": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                applicationId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The rate that is granted; the one asked for unless told */
                    commissionBps?: number;
                    reason?: string;
                    result: "accepted" | "refused";
                };
            };
        };
        responses: {
            /** @description Accept an application, which makes the promoter’s directed plan, or refuse it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applicationId: string;
                        /** Format: utc-instant */
                        appliedAt: string;
                        brandId: string;
                        commissionBps: number | null;
                        grantedBps: number | null;
                        id: string;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        resolvedAt: string | null;
                        state: "applied" | "accepted" | "refused";
                        text: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-product, /problems/product-pool/no-such-application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/application-is-resolved, /problems/product-pool/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.PlanThroughActivityController_exclusive": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activityId: string;
                    assistBps?: number;
                    commissionBps: number;
                    /** Format: instant */
                    effectiveFrom?: string;
                    /**
                     * Format: instant
                     * @description The planned end
                     */
                    effectiveTo?: string;
                    minReputation?: number;
                    promoters: string[];
                    recruiterId?: string;
                    secondRecruiterId?: string;
                    secondServiceBps?: number;
                    serviceBps: number;
                };
            };
        };
        responses: {
            /** @description Plan a product through an activity, for the promoters that it names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activityId: string | null;
                        /** @description Kind, and the promoter or the activity */
                        id: string;
                        inForce: {
                            agencyId: string | null;
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            minReputation: number;
                            promoters: string[] | null;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        } | null;
                        plan: "exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity";
                        promoterId: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            agencyId?: string;
                            assistBps?: number;
                            commissionBps?: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** @description The plan ends here */
                            ended?: boolean;
                            /** Format: utc-instant */
                            endsAt?: string;
                            /** @description History: it locks no rate */
                            imported: boolean;
                            minReputation?: number;
                            promoters?: string[];
                            /** @description How long holders keep a better rate */
                            rateLockDays: number;
                            recruiterId?: string;
                            secondRecruiterId?: string;
                            secondServiceBps?: number;
                            serviceBps?: number;
                            /**
                             * Format: utc-instant
                             * @description When it was written
                             */
                            told: string;
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict, /problems/product-pool/plan-of-other-kind */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often, /problems/product-pool/rates-exceed-sale, /problems/product-pool/ends-before-it-begins, /problems/product-pool/named-recruiter-unknown, /problems/product-pool/fee-for-nobody, /problems/product-pool/named-promoter-unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.PlanOpenlyController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The open plan: what is in force, its versions, and the terms that they make */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assistBps: number;
                        commissionBps: number | null;
                        effectiveFrom: string | null;
                        minReputation: number;
                        /** @constant */
                        plan: "open";
                        productId: string;
                        terms: {
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** Format: utc-instant */
                            effectiveTo?: string;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        }[];
                        versions: {
                            assistBps?: number;
                            commissionBps?: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            minReputation?: number;
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/no-such-product, /problems/product-pool/no-such-plan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.PlanOpenlyController_plan": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assistBps?: number;
                    commissionBps?: number;
                    /** Format: instant */
                    effectiveFrom?: string;
                    /** @description The least reputation of a promoter who may pick */
                    minReputation?: number;
                };
            };
        };
        responses: {
            /** @description Write a version of the plan that is open to any promoter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assistBps: number;
                        commissionBps: number | null;
                        effectiveFrom: string | null;
                        minReputation: number;
                        /** @constant */
                        plan: "open";
                        productId: string;
                        terms: {
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** Format: utc-instant */
                            effectiveTo?: string;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        }[];
                        versions: {
                            assistBps?: number;
                            commissionBps?: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            minReputation?: number;
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-product */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/plan-cuts-frozen, /problems/product-pool/plan-changed-too-often */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ShowTermsController_show": {
        parameters: {
            query?: {
                activityId?: string;
                pickId?: string;
                promoterId?: string;
            };
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar of a product’s terms for one promoter: past, present and announced, with the reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: utc-instant */
                            from: string;
                            lockedUntil: string | null;
                            plan: ("exclusive" | "directed" | "shop-directed" | "open" | "activity" | "exclusive-activity") | null;
                            reason: "plan-opened" | "exclusive-opened" | "rise" | "cut" | "changed" | "plan-ended" | "rate-lock" | "rate-lock-ended" | "import";
                            terms: {
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** Format: utc-instant */
                                effectiveTo?: string;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                            /**
                             * Format: utc-instant
                             * @description When the change was written
                             */
                            told: string;
                            until: string | null;
                        }[];
                        pickId: string | null;
                        productId: string;
                        promoterId: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-product, /problems/product-pool/no-such-pick */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.OfferInBulkController_offer": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Offer up to 10,000 products, one JSON row a line (application/x-ndjson), each with a verdict of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            errors: {
                                pointer: string;
                                problem: string;
                            }[];
                            productId: string | null;
                            /** @description Which row, counted from 1: the line of rows of JSON; in a CSV file without the first row and blank lines */
                            row: number;
                            title: string;
                            type: string;
                        }[];
                        written: number;
                    };
                };
            };
            /** @description /problems/product-pool/too-many-rows */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ExportProductsController_export": {
        parameters: {
            query?: {
                brandId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Products as a CSV file, which `POST /v1/products/import` takes back: unchanged, it changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ImportCsvController_import": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Offer up to 10,000 products from a CSV file, each row with a verdict of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            errors: {
                                pointer: string;
                                problem: string;
                            }[];
                            productId: string | null;
                            /** @description Which row, counted from 1: the line of rows of JSON; in a CSV file without the first row and blank lines */
                            row: number;
                            title: string;
                            type: string;
                        }[];
                        written: number;
                    };
                };
            };
            /** @description /problems/product-pool/csv-not-utf-8, /problems/product-pool/malformed-csv, /problems/product-pool/csv-header-unusable */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/too-many-rows */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "gateway.ReportProgressController_report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far the system has come, seen in two successive looks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Events sent and not applied yet */
                        lag: number;
                        /** @description Events not sent yet */
                        outboxRows: number;
                        /** @description Events set aside for a person */
                        parked: number;
                        /** @description Everything that was sent has arrived everywhere */
                        quiescent: boolean;
                        services: {
                            reachable: boolean;
                            service: string;
                        }[];
                        /** @description Facts that wait for another, such as a refund before its payment */
                        waiting: number;
                    };
                };
            };
        };
    };
    "partners.ListPartiesController_list[1]": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The directory of one kind of party, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            id: string;
                            kind?: "person" | "company";
                            name: string;
                            reputation?: number;
                            shopScore?: number;
                            supplyTier?: "gold" | "silver" | "none";
                            techFeeBps?: number;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "partners.WritePromoterController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A promoter: what is in force, and its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencyContracts: {
                            agencyBps: number;
                            agencyId: string;
                            /** Format: utc-instant */
                            from: string;
                            to: string | null;
                        }[];
                        buyerKeys: string[];
                        id: string;
                        kind: "person" | "company";
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        reputation: number;
                        suspensions: {
                            /** Format: utc-instant */
                            from: string;
                            reason: string;
                            suspensionId: string;
                            to: string | null;
                        }[];
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            /** @description Keys of the promoter’s own buyer ids, as the gateway makes them; they add up over all versions */
                            buyerKeys?: string[];
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            kind?: "person" | "company";
                            name?: string;
                            reputation?: number;
                        }[];
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.WritePromoterController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The promoter's own ids as a buyer; kept as keys only */
                    buyerIds?: string[];
                    /** Format: instant */
                    effectiveFrom?: string;
                    kind?: "person" | "company";
                    name?: string;
                    reputation?: number;
                };
            };
        };
        responses: {
            /** @description Write a version of what is known of a promoter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencyContracts: {
                            agencyBps: number;
                            agencyId: string;
                            /** Format: utc-instant */
                            from: string;
                            to: string | null;
                        }[];
                        buyerKeys: string[];
                        id: string;
                        kind: "person" | "company";
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        reputation: number;
                        suspensions: {
                            /** Format: utc-instant */
                            from: string;
                            reason: string;
                            suspensionId: string;
                            to: string | null;
                        }[];
                        /** Format: utc-instant */
                        updatedAt: string;
                        versions: {
                            /** @description Keys of the promoter’s own buyer ids, as the gateway makes them; they add up over all versions */
                            buyerKeys?: string[];
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            kind?: "person" | "company";
                            name?: string;
                            reputation?: number;
                        }[];
                    };
                };
            };
            /** @description /problems/partners/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.ContractAgencyController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyBps: number;
                    agencyId: string;
                    /** Format: instant */
                    from: string;
                    /** Format: instant */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Put a promoter under an agency for a span of time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencyBps: number;
                        agencyId: string;
                        /** Format: utc-instant */
                        from: string;
                        promoterId: string;
                        to: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/contract-differs, /problems/partners/contracts-overlap */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/named-party-unknown, /problems/partners/ends-before-it-begins */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ApplyForPlanController_ofPromoter": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "applied" | "accepted" | "refused";
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A promoter’s applications for directed plans, in the order in which they were made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            applicationId: string;
                            /** Format: utc-instant */
                            appliedAt: string;
                            brandId: string;
                            commissionBps: number | null;
                            grantedBps: number | null;
                            id: string;
                            productId: string;
                            promoterId: string;
                            reason: string | null;
                            resolvedAt: string | null;
                            state: "applied" | "accepted" | "refused";
                            text: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ReadBalanceController_ofPromoter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a promoter is owed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description May be withdrawn */
                        availableFen: number;
                        /** @description Sent by payouts that are not confirmed, net of tax */
                        inFlightFen: number;
                        /** @description Earned, and not to be withdrawn yet */
                        pendingFen: number;
                        /** @description Income tax withheld from payouts, over all years */
                        withheldTaxFen: number;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.KeepPayeeController_write[1]": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bankAccount: string;
                    idNumber?: string;
                    idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                    payeeName: string;
                    verified: boolean;
                };
            };
        };
        responses: {
            /** @description Keep where a party’s money is paid to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description **** and the last four characters */
                        bankAccount: string;
                        /** @description **** and the last four characters */
                        idNumber?: string;
                        idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                        party: {
                            id: string;
                            kind: string;
                        };
                        payeeName: string;
                        verified: boolean;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListPicksController_list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                open?: boolean;
                productId?: string;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A promoter’s picks, in the order in which they were made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            cartToken: string | null;
                            /** @description Of its short link, in the last 30 business days */
                            clicks: number;
                            /** Format: utc-instant */
                            from: string;
                            id: string;
                            link: string;
                            pickId: string;
                            productId: string;
                            promotionCode: string;
                            /** @description Where products of its source may be sold */
                            surfaces: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link")[];
                            tag: string | null;
                            terms: {
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** Format: utc-instant */
                                effectiveTo?: string;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                            to: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.PickProductController_pick": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activityId?: string;
                    /** Format: instant */
                    from?: string;
                    productId: string;
                    /** @description Where the promoter means to sell; refused where it is barred */
                    surface?: "live" | "short_video" | "showcase" | "shelf" | "search" | "link";
                    /** @description The promoter’s own; orders carry it */
                    tag?: string;
                };
            };
        };
        responses: {
            /** @description Take a product into promotion: 201, or 200 with the pick that is open already */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cartToken: string | null;
                        /** Format: utc-instant */
                        from: string;
                        link: string;
                        pickId: string;
                        productId: string;
                        promotionCode: string;
                        /** @description Where products of its source may be sold */
                        surfaces: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link")[];
                        terms: {
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** Format: utc-instant */
                            effectiveTo?: string;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        } | null;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/named-product-unknown, /problems/product-pool/named-activity-unknown, /problems/product-pool/not-on-shelf, /problems/product-pool/out-of-stock, /problems/product-pool/product-score-too-low, /problems/product-pool/no-plan-in-force, /problems/product-pool/promoter-suspended, /problems/product-pool/reputation-too-low, /problems/product-pool/exclusive-to-others, /problems/product-pool/not-named-in-activity, /problems/product-pool/agency-in-conflict, /problems/product-pool/surface-barred */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListPicksController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
                pickId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One pick of a promoter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cartToken: string | null;
                        /** @description Of its short link, in the last 30 business days */
                        clicks: number;
                        /** Format: utc-instant */
                        from: string;
                        id: string;
                        link: string;
                        pickId: string;
                        productId: string;
                        promotionCode: string;
                        /** @description Where products of its source may be sold */
                        surfaces: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link")[];
                        tag: string | null;
                        terms: {
                            assistBps: number;
                            commissionBps: number;
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            /** Format: utc-instant */
                            effectiveTo?: string;
                            recruiterId: string | null;
                            secondRecruiterId: string | null;
                            secondServiceBps: number;
                            serviceBps: number;
                        } | null;
                        to: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-pick */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.EndPickController_end": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                partyId: string;
                pickId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a pick, and its code with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description /problems/no-such-party, /problems/product-pool/no-such-pick */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/pick-has-ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/ends-before-it-begins */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.PickProductController_pickBatch": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The same product and activity twice is one pick */
                    picks: {
                        activityId?: string;
                        productId: string;
                        /** @description Where the promoter means to sell; refused where it is barred */
                        surface?: "live" | "short_video" | "showcase" | "shelf" | "search" | "link";
                        /** @description The promoter’s own; orders carry it */
                        tag?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Take up to 200 products into promotion at once, each with a verdict of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        picked: {
                            cartToken: string | null;
                            /** Format: utc-instant */
                            from: string;
                            /** @description Which of the picks, counted from 0 */
                            index: number;
                            link: string;
                            pickId: string;
                            productId: string;
                            promotionCode: string;
                            /** @description Where products of its source may be sold */
                            surfaces: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link")[];
                            terms: {
                                assistBps: number;
                                commissionBps: number;
                                /** Format: utc-instant */
                                effectiveFrom: string;
                                /** Format: utc-instant */
                                effectiveTo?: string;
                                recruiterId: string | null;
                                secondRecruiterId: string | null;
                                secondServiceBps: number;
                                serviceBps: number;
                            } | null;
                        }[];
                        refused: {
                            errors: {
                                pointer: string;
                                problem: string;
                            }[];
                            /** @description Which of the picks, counted from 0 */
                            index: number;
                            productId: string;
                            title: string;
                            type: string;
                        }[];
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.SearchPoolController_search": {
        parameters: {
            query?: {
                belt?: string;
                brandId?: string;
                category?: string;
                cursor?: string;
                facets?: boolean;
                guarantee?: "refund-without-return" | "return-freight-paid" | "tenfold-if-fake";
                limit?: number;
                maxCommissionBps?: number;
                maxPriceFen?: number;
                minCommissionBps?: number;
                minPriceFen?: number;
                minSales30d?: number;
                minScore?: number;
                new?: true;
                q?: string;
                sort?: "commission" | "sales" | "conversion" | "score" | "newest";
                source?: string;
                surface?: "live" | "short_video" | "showcase" | "shelf" | "search" | "link";
                tier?: "gold" | "silver" | "none";
                trending?: true;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Find products, and what each would bring this promoter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facets?: {
                            belt: {
                                count: number;
                                value: string;
                            }[];
                            /** @description Of every level: a category counts what is below it too */
                            category: {
                                count: number;
                                value: string;
                            }[];
                            /** @description By the rate that this promoter gets, as its filter goes */
                            commission: {
                                count: number;
                                maxCommissionBps: number | null;
                                minCommissionBps: number;
                            }[];
                            guarantee: {
                                count: number;
                                value: string;
                            }[];
                            /** @description What came to the shelf within thirty days */
                            new: number;
                            price: {
                                count: number;
                                maxPriceFen: number | null;
                                minPriceFen: number;
                            }[];
                            score: {
                                count: number;
                                maxScore: number | null;
                                minScore: number;
                            }[];
                            source: {
                                count: number;
                                value: string;
                            }[];
                            tier: {
                                count: number;
                                value: string;
                            }[];
                            /** @description What sells twice as fast as in the weeks before */
                            trending: number;
                        };
                        items: {
                            activityId: string | null;
                            belt: string | null;
                            brandId: string;
                            categoryId: string;
                            commissionBps: number | null;
                            conversionBps: number | null;
                            earnFen: number | null;
                            guarantees: ("refund-without-return" | "return-freight-paid" | "tenfold-if-fake")[];
                            id: string;
                            images: string[];
                            isNew: boolean;
                            isTrending: boolean;
                            /** Format: utc-instant */
                            listedAt: string;
                            plan: ("open" | "shop-directed" | "directed" | "exclusive" | "activity" | "exclusive-activity") | null;
                            priceFen: number;
                            productId: string;
                            refusedBecause: string | null;
                            sales30d: number;
                            sampleRule: {
                                buyFirstRefundLater?: boolean;
                                /** @description The least settled orders of a promoter who asks */
                                minSettledOrders?: number;
                                /** @description How many are given in a calendar month (Asia/Shanghai) */
                                monthlyLimit?: number;
                                offered: boolean;
                            } | null;
                            score: number;
                            source: string;
                            tier: "gold" | "silver" | "none";
                            title: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/malformed-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-category, /problems/product-pool/range-is-empty */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/index-is-being-built, /problems/product-pool/index-is-out-of-reach */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "commissions.ListSalesController_ofPromoter": {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                state?: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                to?: string;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sales of a promoter, assists included */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            baseFen: number;
                            channelId: string;
                            estimatedFen: number;
                            /** @description {channelId}/{orderId}/{lineNo} */
                            id: string;
                            lineNo: number;
                            /** Format: utc-instant */
                            orderedAt: string;
                            orderId: string;
                            outcome: "distribution" | "self-broadcast" | "organic" | "void";
                            productId: string;
                            settledFen: number;
                            share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            state: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                            tag: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/malformed-request, /problems/malformed-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.LiftSampleSuspensionController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What overdue samples keep a promoter from now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description While there is any, the promoter gets no further sample */
                        overdueSampleIds: string[];
                        promoterId: string;
                        /** @description Until when overdue samples suspend the promoter’s requests */
                        suspendedUntil: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.LiftSampleSuspensionController_lift": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; an operator always says it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description End the suspension that overdue samples brought; samples that are overdue still block */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description While there is any, the promoter gets no further sample */
                        overdueSampleIds: string[];
                        promoterId: string;
                        /** @description Until when overdue samples suspend the promoter’s requests */
                        suspendedUntil: string | null;
                    };
                };
            };
            /** @description /problems/product-pool/samples-not-suspended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ListSamplesController_listOfPromoter": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                productId?: string;
                state?: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A promoter’s samples, in the order in which they were asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            addressRef: string | null;
                            brandId: string;
                            /** @description The promoter buys it and is refunded later */
                            buyFirst: boolean;
                            carrier: string | null;
                            channelId: string | null;
                            /** @description From this instant on the content is overdue */
                            contentDueAt: string | null;
                            contentId: string | null;
                            fulfilledAt: string | null;
                            id: string;
                            /** @description The content came at the due instant or after it */
                            late: boolean;
                            message: string | null;
                            /** @description The order by which the promoter bought it */
                            orderId: string | null;
                            productId: string;
                            promoterId: string;
                            /** @description Of the last step */
                            reason: string | null;
                            receivedAt: string | null;
                            /** @description The brand owes the promoter the sample’s price */
                            refundDue: boolean;
                            refundedAt: string | null;
                            /** Format: utc-instant */
                            requestedAt: string;
                            revision: number;
                            sampleId: string;
                            /**
                             * Format: utc-instant
                             * @description When it came to this state
                             */
                            since: string;
                            state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                            surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                            trackingNo: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.RequestSampleController_request": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the brand’s or the platform’s own address book: no address is kept here */
                    addressRef?: string;
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** @description To the brand */
                    message?: string;
                    productId: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Ask for a sample of a product: 201, or 200 with the very request that waits already */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-open-already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/named-product-unknown, /problems/product-pool/sample-step-lies-ahead, /problems/product-pool/not-on-shelf, /problems/product-pool/sample-not-offered, /problems/product-pool/promoter-suspended, /problems/product-pool/reputation-too-low, /problems/product-pool/sample-overdue-blocks, /problems/product-pool/samples-suspended, /problems/product-pool/too-few-settled-orders, /problems/product-pool/sample-month-is-full */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.SuspendPartyController_write[0]": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
                suspensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    from: string;
                    reason: string;
                    /** Format: instant */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Suspend a party for a span of time, or move the end of a suspension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        from: string;
                        party: {
                            id: string;
                            kind: "promoter" | "brand";
                        };
                        reason: string;
                        suspensionId: string;
                        to: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/suspension-differs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/partners/ends-before-it-begins */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.ShowTrafficController_ofPromoter": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Traffic that a promoter earned by buyers who returned to brands’ own streams */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Impressions left in all grants, less the debt: below 0 while there is one */
                        balance: number;
                        /** @description Impressions spent that refunds took back; the next grants pay them */
                        debt: number;
                        grants: {
                            cause: {
                                channelId: string;
                                lineNo: number;
                                orderId: string;
                            };
                            eligible: boolean;
                            /** Format: utc-instant */
                            expiresAt: string;
                            id: string;
                            impressions: number;
                            left: number;
                            reason: string | null;
                            /** @description What spends took, a part that was taken back later included */
                            spent: number;
                            /** @description What debts took, likewise */
                            toDebt: number;
                        }[];
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.SpendTrafficController_listOfPromoter": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A wallet's spends, in the order in which they were made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            contentId: string;
                            id: string;
                            impressions: number;
                            /** Format: utc-instant */
                            spentAt: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "attribution.SpendTrafficController_ofPromoter": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The stream or video on which they are used */
                    contentId: string;
                    impressions: number;
                };
            };
        };
        responses: {
            /** @description Spends traffic on a content of the party, oldest grant first */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Impressions left after it */
                        balance: number;
                        contentId: string;
                        id: string;
                        impressions: number;
                        /** Format: utc-instant */
                        spentAt: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/attribution/not-enough-traffic */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.ListPartiesController_list[2]": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The directory of one kind of party, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            id: string;
                            kind?: "person" | "company";
                            name: string;
                            reputation?: number;
                            shopScore?: number;
                            supplyTier?: "gold" | "silver" | "none";
                            techFeeBps?: number;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "partners.RegisterRecruiterController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A recruiter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: "person" | "company";
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.RegisterRecruiterController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind?: "person" | "company";
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Register a recruiter, or change it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: "person" | "company";
                        name: string;
                        payee: {
                            /** @description **** and the last four characters */
                            bankAccount: string;
                            /** @description **** and the last four characters */
                            idNumber?: string;
                            idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                            payeeName: string;
                            verified: boolean;
                        } | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    "settlement.ReadBalanceController_ofRecruiter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a recruiter is owed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description May be withdrawn */
                        availableFen: number;
                        /** @description Sent by payouts that are not confirmed, net of tax */
                        inFlightFen: number;
                        /** @description Earned, and not to be withdrawn yet */
                        pendingFen: number;
                        /** @description Income tax withheld from payouts, over all years */
                        withheldTaxFen: number;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "partners.KeepPayeeController_write[2]": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bankAccount: string;
                    idNumber?: string;
                    idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                    payeeName: string;
                    verified: boolean;
                };
            };
        };
        responses: {
            /** @description Keep where a party’s money is paid to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description **** and the last four characters */
                        bankAccount: string;
                        /** @description **** and the last four characters */
                        idNumber?: string;
                        idType?: "resident-id" | "passport" | "hk-macao-permit" | "taiwan-permit" | "foreign-resident-id" | "other";
                        party: {
                            id: string;
                            kind: string;
                        };
                        payeeName: string;
                        verified: boolean;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "commissions.ListSalesController_ofRecruiter": {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                state?: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                to?: string;
                updatedFrom?: string;
            };
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sales of a recruiter, first and second level */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            baseFen: number;
                            channelId: string;
                            estimatedFen: number;
                            /** @description {channelId}/{orderId}/{lineNo} */
                            id: string;
                            lineNo: number;
                            /** Format: utc-instant */
                            orderedAt: string;
                            orderId: string;
                            outcome: "distribution" | "self-broadcast" | "organic" | "void";
                            productId: string;
                            settledFen: number;
                            share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "tech-fee" | "promotion-fee" | "brand";
                            state: "estimated" | "confirmed" | "settled" | "void" | "frozen";
                            tag: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/malformed-request, /problems/malformed-cursor */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.ShowSampleController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sample and all that was told of it, first things first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        history: {
                            /**
                             * Format: utc-instant
                             * @description When it was taken
                             */
                            at: string;
                            by: "promoter" | "brand" | "operator" | "pool";
                            reason: string | null;
                            revision: number;
                            /** @description That it came to */
                            state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                            step: "request" | "approval" | "rejection" | "cancellation" | "purchase" | "shipment" | "receipt" | "extension" | "due" | "fulfilment" | "refund";
                            /**
                             * Format: utc-instant
                             * @description When it was told
                             */
                            writtenAt: string;
                        }[];
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.DecideSampleController_approve": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Approve a request for a sample */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.CancelSampleController_cancel": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Cancel a sample that was not shipped yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.FulfilSampleController_extend": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** Format: instant */
                    contentDueAt: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Give the content more time, while it is not overdue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead, /problems/product-pool/sample-extension-ends-sooner */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.FulfilSampleController_fulfil": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    contentId: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                    surface: "live" | "short_video" | "showcase" | "shelf" | "search" | "link";
                };
            };
        };
        responses: {
            /** @description Say which content shows the sample; late content ends an overdue sample too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.DeliverSampleController_buy": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    channelId?: string;
                    orderId: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Say by which order the sample was bought, where it is to be bought first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.DeliverSampleController_receive": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Say that the sample has arrived: from now on its content is awaited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.FulfilSampleController_refund": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Say that the promoter was given back what the sample had cost them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.DecideSampleController_reject": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** @description Why; an operator always says it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Reject a request for a sample, and say why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.DeliverSampleController_ship": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: instant
                     * @description When the step was taken, not in the future; for operators
                     */
                    at?: string;
                    /** @description Who carries it */
                    carrier: string;
                    /** @description Why; an operator always says it */
                    reason?: string;
                    trackingNo: string;
                };
            };
        };
        responses: {
            /** @description Say that the sample is on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressRef: string | null;
                        brandId: string;
                        /** @description The promoter buys it and is refunded later */
                        buyFirst: boolean;
                        carrier: string | null;
                        channelId: string | null;
                        /** @description From this instant on the content is overdue */
                        contentDueAt: string | null;
                        contentId: string | null;
                        fulfilledAt: string | null;
                        /** @description The content came at the due instant or after it */
                        late: boolean;
                        message: string | null;
                        /** @description The order by which the promoter bought it */
                        orderId: string | null;
                        productId: string;
                        promoterId: string;
                        /** @description Of the last step */
                        reason: string | null;
                        receivedAt: string | null;
                        /** @description The brand owes the promoter the sample’s price */
                        refundDue: boolean;
                        refundedAt: string | null;
                        /** Format: utc-instant */
                        requestedAt: string;
                        revision: number;
                        sampleId: string;
                        /**
                         * Format: utc-instant
                         * @description When it came to this state
                         */
                        since: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                        surface: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link") | null;
                        trackingNo: string | null;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/product-pool/past-is-the-operators */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/no-such-sample */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-state-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/product-pool/sample-step-before-the-last, /problems/product-pool/sample-step-lies-ahead */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.SettlementRunsController_list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Settlement runs, newest first; the main amount is settledFen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** Format: utc-instant */
                            begunAt: string;
                            /** Format: date */
                            businessDate: string;
                            doneAt: string | null;
                            dryRun: boolean;
                            /** @description Why a run that is under way stands still, and since when; it is tried again all the time */
                            fault: {
                                /** Format: utc-instant */
                                at: string;
                                detail: string;
                            } | null;
                            id: string;
                            /** @description Lines settled (so far) */
                            lines: number;
                            /** @description How many of them the run has looked at */
                            ordersDone: number;
                            ordersDue: number | null;
                            /** @description What a run that is under way does just now */
                            phase: "settling" | "posting" | "sealing" | "previewing" | "done";
                            runId: string;
                            /** @description Σ base of these lines */
                            settledFen: number;
                            state: "running" | "done";
                            /** @description Statements made; 0 until the run posts */
                            statements: number;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "settlement.SettlementRunsController_begin": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The business day (Asia/Shanghai) to settle; it must be over
                     */
                    businessDate: string;
                    /**
                     * @description Shows what would be settled, and posts nothing
                     * @default false
                     */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description Settles a business day: what is confirmed and held long enough becomes available */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: string;
                    };
                };
            };
            /** @description /problems/settlement/period-closed, /problems/settlement/run-in-progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/day-not-over */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/settlement/still-deriving */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.SettlementRunsController_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a settlement run has come, what it came to, and where its cut was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        begunAt: string;
                        /** Format: date */
                        businessDate: string;
                        /** @description Where each partition that settlement hears stood at the cut; null while a dry run has not looked yet, and of runs from before cuts were kept */
                        cut: {
                            /** @description Everything before it was applied at the cut, but for what was parked then */
                            nextOffset: number;
                            partition: number;
                            topic: string;
                        }[] | null;
                        doneAt: string | null;
                        dryRun: boolean;
                        /** @description Why a run that is under way stands still, and since when; it is tried again all the time */
                        fault: {
                            /** Format: utc-instant */
                            at: string;
                            detail: string;
                        } | null;
                        id: string;
                        /** @description Lines settled (so far) */
                        lines: number;
                        /** @description How many of them the run has looked at */
                        ordersDone: number;
                        ordersDue: number | null;
                        /** @description What a run that is under way does just now */
                        phase: "settling" | "posting" | "sealing" | "previewing" | "done";
                        runId: string;
                        /** @description Σ base of these lines */
                        settledFen: number;
                        state: "running" | "done";
                        /** @description Statements made; 0 until the run posts */
                        statements: number;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.ListRunStatementsController_list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                party?: string;
            };
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each party's sums in a run, by party; the main amount is closingFen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** @description Refunds and corrections of lines that were settled before */
                            adjustmentsFen: number;
                            bonusesFen: number;
                            /** @description opening + lines + adjustments + rebates + bonuses + manual − payouts + failed payouts = available at the cut */
                            closingFen: number;
                            /** @description Positive: what came back */
                            failedPayoutsFen: number;
                            /** @description The party: it has one statement in a run */
                            id: string;
                            lineCount: number;
                            /** @description Σ amount of the lines */
                            linesFen: number;
                            /** @description Adjustments by hand */
                            manualFen: number;
                            /** @description The closing of the statement before; 0 in the first */
                            openingFen: number;
                            /** @description {kind}:{id}, as in `promoter:pr-1` */
                            party: string;
                            /** @description Positive: what was paid out */
                            payoutsFen: number;
                            /** @description Newcomers’ rebates */
                            rebatesFen: number;
                            statementId: string | null;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/settlement/no-such-run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "product-pool.LimitSourceController_show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where products of a source may be sold: what is open now, and the versions. Nothing is barred at first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        /** @description Those that are open now */
                        surfaces: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link")[];
                        /** @description As they were written, the earliest first */
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            surfaces: {
                                link?: boolean;
                                live?: boolean;
                                search?: boolean;
                                shelf?: boolean;
                                short_video?: boolean;
                                showcase?: boolean;
                            };
                        }[];
                    };
                };
            };
        };
    };
    "product-pool.LimitSourceController_write": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    effectiveFrom?: string;
                    /** @description Whether products of the source may be sold there */
                    surfaces: {
                        link?: boolean;
                        live?: boolean;
                        search?: boolean;
                        shelf?: boolean;
                        short_video?: boolean;
                        showcase?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Write a version of where products of a source may be sold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        /** @description Those that are open now */
                        surfaces: ("live" | "short_video" | "showcase" | "shelf" | "search" | "link")[];
                        /** @description As they were written, the earliest first */
                        versions: {
                            /** Format: utc-instant */
                            effectiveFrom: string;
                            surfaces: {
                                link?: boolean;
                                live?: boolean;
                                search?: boolean;
                                shelf?: boolean;
                                short_video?: boolean;
                                showcase?: boolean;
                            };
                        }[];
                    };
                };
            };
            /** @description /problems/product-pool/version-conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.StatementsController_list": {
        parameters: {
            query?: {
                businessDate?: string;
                cursor?: string;
                limit?: number;
                party?: string;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Statements, newest day first; the main amount is closingFen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** @description Refunds and corrections of lines that were settled before */
                            adjustmentsFen: number;
                            bonusesFen: number;
                            /** Format: date */
                            businessDate: string;
                            /** @description opening + lines + adjustments + rebates + bonuses + manual − payouts + failed payouts = available at the cut */
                            closingFen: number;
                            /** @description Positive: what came back */
                            failedPayoutsFen: number;
                            id: string;
                            lineCount: number;
                            /** @description Where one party and one day are asked for, up to 5000; else read the statement itself */
                            lines?: {
                                amountFen: number;
                                baseFen: number;
                                channelId: string;
                                lineNo: number | null;
                                orderId: string;
                                share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "brand" | "freight";
                            }[];
                            /** @description Σ amount of the lines */
                            linesFen: number;
                            /** @description Adjustments by hand */
                            manualFen: number;
                            /** @description The closing of the statement before; 0 in the first */
                            openingFen: number;
                            /** @description {kind}:{id}, as in `promoter:pr-1` */
                            party: string;
                            /** @description Positive: what was paid out */
                            payoutsFen: number;
                            /** @description Newcomers’ rebates */
                            rebatesFen: number;
                            runId: string;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.StatementsController_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A statement with all its lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Refunds and corrections of lines that were settled before */
                        adjustmentsFen: number;
                        bonusesFen: number;
                        /** Format: date */
                        businessDate: string;
                        /** @description opening + lines + adjustments + rebates + bonuses + manual − payouts + failed payouts = available at the cut */
                        closingFen: number;
                        /** @description Positive: what came back */
                        failedPayoutsFen: number;
                        id: string;
                        lines: {
                            amountFen: number;
                            baseFen: number;
                            channelId: string;
                            lineNo: number | null;
                            orderId: string;
                            share: "promoter" | "assist" | "agency" | "recruiter" | "second-recruiter" | "brand" | "freight";
                        }[];
                        /** @description Σ amount of the lines */
                        linesFen: number;
                        /** @description Adjustments by hand */
                        manualFen: number;
                        /** @description What the other sums consist of */
                        movements: {
                            /** @description As it changed what is available: a payout is negative */
                            amountFen: number;
                            channelId: string | null;
                            kind: "adjustment" | "rebate" | "bonus" | "manual" | "payout" | "failed-payout";
                            lineNo: number | null;
                            /** Format: utc-instant */
                            occurredAt: string;
                            orderId: string | null;
                            postingId: string;
                            reference: string | null;
                            share: string | null;
                        }[];
                        /** @description The closing of the statement before; 0 in the first */
                        openingFen: number;
                        /** @description {kind}:{id}, as in `promoter:pr-1` */
                        party: string;
                        /** @description Positive: what was paid out */
                        payoutsFen: number;
                        /** @description Newcomers’ rebates */
                        rebatesFen: number;
                        runId: string;
                        /** Format: utc-instant */
                        updatedAt: string;
                    };
                };
            };
            /** @description /problems/settlement/no-such-statement */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.StatementFilesController_asCsv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A statement as CSV: UTF-8 with a byte order mark, a row a line, control totals at the end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description /problems/settlement/no-such-statement */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.StatementFilesController_asXlsx": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A statement as a workbook: summary, the way from the base to the party’s share, every line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description /problems/settlement/no-such-statement */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "settlement.TaxReportController_read": {
        parameters: {
            query?: {
                cursor?: string;
                format?: "json" | "csv";
                limit?: number;
            };
            header?: never;
            path: {
                quarter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What each person was paid in a quarter, and the income tax that was withheld */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** @description The same for all parties of a person, and tells nothing of the document; the party, where nobody has said who it is */
                            id: string;
                            /** @description missing: nobody has said who the party is, so it counts alone */
                            identity: "known" | "missing";
                            idNumber: string | null;
                            idType: string | null;
                            incomeFen: number;
                            /** @description By which the person was paid */
                            parties: string[];
                            /** @description One, unless the parties’ differ */
                            payeeNames: string[];
                            /** @description Sent in the quarter, without those that failed */
                            payouts: number;
                            taxWithheldFen: number;
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "gateway.TokenController_issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    client_id?: string;
                    client_secret?: string;
                    /** @constant */
                    grant_type: "client_credentials";
                };
            };
        };
        responses: {
            /** @description A short-lived access token for a client (OAuth 2.0 client credentials, form-encoded) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token: string;
                        /** @description Seconds */
                        expires_in: number;
                        /** @constant */
                        token_type: "Bearer";
                    };
                };
            };
            /** @description /problems/gateway/invalid-token-request, /problems/gateway/unsupported-grant-type */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/gateway/invalid-client */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "gateway.TouchesController_takeIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    touches: {
                        accountId?: string;
                        buyerId: string;
                        contentId?: string;
                        kind: "view" | "click" | "cart";
                        /** Format: instant */
                        occurredAt: string;
                        productId: string;
                        promotionCode?: string;
                        surface: "live" | "short_video" | "showcase" | "shelf" | "search" | "link";
                        touchId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description How buyers met products, signed as order events are; answered once it is durable */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        duplicates: number;
                        refused: {
                            errors: {
                                pointer: string;
                                problem: string;
                            }[];
                            index: number;
                            title: string;
                            touchId: string | null;
                            /** @description A problem type */
                            type: string;
                        }[];
                    };
                };
            };
            /** @description /problems/malformed-json, /problems/gateway/malformed-envelope */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/gateway/webhook-headers-missing, /problems/gateway/unknown-channel, /problems/gateway/webhook-timestamp-out-of-tolerance, /problems/gateway/webhook-signature-mismatch */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/body-too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/idempotency-key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/gateway/intake-unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.ListWebhooksController_list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                party?: string;
                updatedFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Webhooks, in the order in which they were registered; a party sees its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            /** Format: utc-instant */
                            createdAt: string;
                            disabledBecause: ("owner" | "gone" | "only-failures") | null;
                            events: string[];
                            failingSince: string | null;
                            id: string;
                            party: string;
                            state: "active" | "disabled";
                            /** Format: utc-instant */
                            updatedAt: string;
                            url: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    "push.RegisterWebhookController_register": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: ("*" | "payout.*" | "pick.*" | "rate-change.*" | "sale.*" | "sample.*" | "payout.sent" | "payout.confirmed" | "payout.failed" | "pick.ended" | "rate-change.announced" | "sale.estimated" | "sale.confirmed" | "sale.frozen" | "sale.settled" | "sale.void" | "sale.changed" | "sample.requested" | "sample.approved" | "sample.rejected" | "sample.shipped" | "sample.received" | "sample.fulfilled" | "sample.overdue" | "sample.cancelled" | "sample.bought")[];
                    party?: string;
                    /** @description Where messages are posted to */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Have a party told of its sales, picks, samples and payouts; the answer shows the signing secret, once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        createdAt: string;
                        disabledBecause: ("owner" | "gone" | "only-failures") | null;
                        events: string[];
                        failingSince: string | null;
                        id: string;
                        party: string;
                        /** @description Signs what is sent (Standard Webhooks) */
                        secret: string;
                        state: "active" | "disabled";
                        /** Format: utc-instant */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            /** @description /problems/no-such-party */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/push/too-many-webhooks */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/push/url-not-allowed, /problems/push/party-missing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.ListWebhooksController_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One webhook, and whether it works */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        createdAt: string;
                        disabledBecause: ("owner" | "gone" | "only-failures") | null;
                        events: string[];
                        failingSince: string | null;
                        id: string;
                        party: string;
                        state: "active" | "disabled";
                        /** Format: utc-instant */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            /** @description /problems/push/no-such-webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.ChangeWebhookController_change": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: ("*" | "payout.*" | "pick.*" | "rate-change.*" | "sale.*" | "sample.*" | "payout.sent" | "payout.confirmed" | "payout.failed" | "pick.ended" | "rate-change.announced" | "sale.estimated" | "sale.confirmed" | "sale.frozen" | "sale.settled" | "sale.void" | "sale.changed" | "sample.requested" | "sample.approved" | "sample.rejected" | "sample.shipped" | "sample.received" | "sample.fulfilled" | "sample.overdue" | "sample.cancelled" | "sample.bought")[];
                    state?: "active" | "disabled";
                    /** @description Where messages are posted to */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Change where a webhook leads and what it is told, disable it, or enable it again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: utc-instant */
                        createdAt: string;
                        disabledBecause: ("owner" | "gone" | "only-failures") | null;
                        events: string[];
                        failingSince: string | null;
                        id: string;
                        party: string;
                        state: "active" | "disabled";
                        /** Format: utc-instant */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            /** @description /problems/push/no-such-webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/push/url-not-allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.RemoveWebhookController_remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a webhook, and with it what still waits to be delivered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description /problems/push/no-such-webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.ListDeliveriesController_list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "pending" | "delivered" | "dead";
                updatedFrom?: string;
            };
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was sent to a webhook, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        control: {
                            count: number;
                            /** @description SHA-256 of the ids in list order, each followed by \n */
                            digest: string;
                            /** @description Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 `/problems/list-sum-too-large`, and can be read by parts */
                            sumFen: number;
                        };
                        items: {
                            answerStatus: number | null;
                            attempts: number;
                            /** Format: utc-instant */
                            createdAt: string;
                            fault: string | null;
                            id: string;
                            nextAttemptAt: string | null;
                            state: "pending" | "delivered" | "dead";
                            type: "payout.sent" | "payout.confirmed" | "payout.failed" | "pick.ended" | "rate-change.announced" | "sale.estimated" | "sale.confirmed" | "sale.frozen" | "sale.settled" | "sale.void" | "sale.changed" | "sample.requested" | "sample.approved" | "sample.rejected" | "sample.shipped" | "sample.received" | "sample.fulfilled" | "sample.overdue" | "sample.cancelled" | "sample.bought" | "webhook.test";
                            /** Format: utc-instant */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description /problems/push/no-such-webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.ReplayDeliveriesController_replayOne": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                deliveryId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send one message again, under the same id, be it dead or delivered */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replayed: number;
                    };
                };
            };
            /** @description /problems/push/no-such-webhook, /problems/push/no-such-delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/push/webhook-disabled, /problems/push/delivery-pending */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.ReplayDeliveriesController_replayMany": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: instant */
                    from?: string;
                    /** @constant */
                    state: "dead";
                    /** Format: instant */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Send again all messages that could not be delivered, or those of a span of time */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replayed: number;
                    };
                };
            };
            /** @description /problems/push/no-such-webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/push/webhook-disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.RotateSecretController_rotate": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new signing secret, shown once; for 24 hours messages carry the signatures of both */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Signs what is sent (Standard Webhooks) */
                        secret: string;
                    };
                };
            };
            /** @description /problems/push/no-such-webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "push.SendTestController_send": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send the webhook a message of type webhook.test; its deliveries tell how it went */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveryId: string;
                    };
                };
            };
            /** @description /problems/push/no-such-webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description /problems/push/webhook-disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        detail?: string;
                        errors?: {
                            pointer: string;
                            problem: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    "told-of.payout.confirmed": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        grossFen: number;
                        netFen: number;
                        party: string;
                        payoutId: string;
                        reason: string | null;
                        reference: string | null;
                        resultAt: string | null;
                        /** Format: utc-instant */
                        sentAt: string;
                        state: "sent" | "confirmed" | "failed";
                        taxFen: number;
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "payout.confirmed";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.payout.failed": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        grossFen: number;
                        netFen: number;
                        party: string;
                        payoutId: string;
                        reason: string | null;
                        reference: string | null;
                        resultAt: string | null;
                        /** Format: utc-instant */
                        sentAt: string;
                        state: "sent" | "confirmed" | "failed";
                        taxFen: number;
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "payout.failed";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.payout.sent": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        grossFen: number;
                        netFen: number;
                        party: string;
                        payoutId: string;
                        reason: string | null;
                        reference: string | null;
                        resultAt: string | null;
                        /** Format: utc-instant */
                        sentAt: string;
                        state: "sent" | "confirmed" | "failed";
                        taxFen: number;
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "payout.sent";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.pick.ended": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        pickId: string;
                        productId: string;
                        promoterId: string;
                        /** Format: utc-instant */
                        to: string;
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "pick.ended";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.rate-change.announced": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        assistBps: number | null;
                        commissionBps: number | null;
                        /** Format: utc-instant */
                        effectiveFrom: string;
                        formerCommissionBps: number | null;
                        pickId: string;
                        productId: string;
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "rate-change.announced";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sale.changed": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        amountFen: number;
                        channelId: string;
                        lineNo: number;
                        orderId: string;
                        outcome: "distribution" | "self-broadcast" | "organic" | "void";
                        productId: string;
                        share: "promoter" | "assist" | "brand";
                        state: "estimated" | "confirmed" | "frozen" | "settled" | "void";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sale.changed";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sale.confirmed": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        amountFen: number;
                        channelId: string;
                        lineNo: number;
                        orderId: string;
                        outcome: "distribution" | "self-broadcast" | "organic" | "void";
                        productId: string;
                        share: "promoter" | "assist" | "brand";
                        state: "estimated" | "confirmed" | "frozen" | "settled" | "void";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sale.confirmed";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sale.estimated": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        amountFen: number;
                        channelId: string;
                        lineNo: number;
                        orderId: string;
                        outcome: "distribution" | "self-broadcast" | "organic" | "void";
                        productId: string;
                        share: "promoter" | "assist" | "brand";
                        state: "estimated" | "confirmed" | "frozen" | "settled" | "void";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sale.estimated";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sale.frozen": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        amountFen: number;
                        channelId: string;
                        lineNo: number;
                        orderId: string;
                        outcome: "distribution" | "self-broadcast" | "organic" | "void";
                        productId: string;
                        share: "promoter" | "assist" | "brand";
                        state: "estimated" | "confirmed" | "frozen" | "settled" | "void";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sale.frozen";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sale.settled": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        amountFen: number;
                        channelId: string;
                        lineNo: number;
                        orderId: string;
                        outcome: "distribution" | "self-broadcast" | "organic" | "void";
                        productId: string;
                        share: "promoter" | "assist" | "brand";
                        state: "estimated" | "confirmed" | "frozen" | "settled" | "void";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sale.settled";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sale.void": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        amountFen: number;
                        channelId: string;
                        lineNo: number;
                        orderId: string;
                        outcome: "distribution" | "self-broadcast" | "organic" | "void";
                        productId: string;
                        share: "promoter" | "assist" | "brand";
                        state: "estimated" | "confirmed" | "frozen" | "settled" | "void";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sale.void";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.approved": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.approved";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.bought": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.bought";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.cancelled": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.cancelled";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.fulfilled": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.fulfilled";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.overdue": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.overdue";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.received": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.received";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.rejected": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.rejected";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.requested": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.requested";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.sample.shipped": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: utc-instant */
                        at: string;
                        brandId: string;
                        contentDueAt: string | null;
                        productId: string;
                        promoterId: string;
                        reason: string | null;
                        sampleId: string;
                        state: "requested" | "approved" | "rejected" | "cancelled" | "bought" | "shipped" | "received" | "fulfilled" | "overdue";
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "sample.shipped";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "told-of.webhook.test": {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt: whoever keeps it is never told twice */
                "webhook-id": string;
                /** @description Standard Webhooks: v1,<base64>, of several secrets while one is replaced */
                "webhook-signature": string;
                /** @description Seconds since 1970, of this attempt */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        webhookId: string;
                    };
                    id: string;
                    /** Format: utc-instant */
                    occurredAt: string;
                    /** @constant */
                    type: "webhook.test";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again; redirects are not followed */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The webhook is no longer wanted, and is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
