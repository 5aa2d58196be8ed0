// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions, UnknownValue,
};
use super::Thing;

/// One value less than clippy finds too many.
///
/// `GET /v1/things`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/retrieve)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing::{self, RetrieveLong, RetrieveShort};
///
/// let thing = thing::retrieve()
///     .long(RetrieveLong::V0)
///     .short(RetrieveShort::V0)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve() -> RetrieveThing {
    RetrieveThing {
        long: None,
        short: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`retrieve`](retrieve()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveThing {
    long: Option<RetrieveLong>,
    short: Option<RetrieveShort>,
    request_options: RequestOptions,
}

impl RetrieveThing {
    /// Sets `long`, which Stripe does not describe.
    pub fn long(mut self, long: impl Into<RetrieveLong>) -> Self {
        self.long = Some(long.into());
        self
    }

    /// Sets `short`, which Stripe does not describe.
    pub fn short(mut self, short: impl Into<RetrieveShort>) -> Self {
        self.short = Some(short.into());
        self
    }
}

stripe_runtime::impl_request!(RetrieveThing, Thing);

impl fmt::Debug for RetrieveThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveThing")
            .field("long", &self.long)
            .field("short", &self.short)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/things";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("long", &self.long);
        form.parameter("short", &self.short);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `short`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetrieveShort {
    /// `v0`
    V0,
    /// `v1`
    V1,
    /// `v2`
    V2,
    /// `v3`
    V3,
    /// `v4`
    V4,
    /// `v5`
    V5,
    /// `v6`
    V6,
    /// `v7`
    V7,
    /// `v8`
    V8,
    /// `v9`
    V9,
    /// `v10`
    V10,
    /// `v11`
    V11,
    /// `v12`
    V12,
    /// `v13`
    V13,
    /// `v14`
    V14,
    /// `v15`
    V15,
    /// `v16`
    V16,
    /// `v17`
    V17,
    /// `v18`
    V18,
    /// `v19`
    V19,
    /// `v20`
    V20,
    /// `v21`
    V21,
    /// `v22`
    V22,
    /// `v23`
    V23,
    /// `v24`
    V24,
    /// `v25`
    V25,
    /// `v26`
    V26,
    /// `v27`
    V27,
    /// `v28`
    V28,
    /// `v29`
    V29,
    /// `v30`
    V30,
    /// `v31`
    V31,
    /// `v32`
    V32,
    /// `v33`
    V33,
    /// `v34`
    V34,
    /// `v35`
    V35,
    /// `v36`
    V36,
    /// `v37`
    V37,
    /// `v38`
    V38,
    /// `v39`
    V39,
    /// `v40`
    V40,
    /// `v41`
    V41,
    /// `v42`
    V42,
    /// `v43`
    V43,
    /// `v44`
    V44,
    /// `v45`
    V45,
    /// `v46`
    V46,
    /// `v47`
    V47,
    /// `v48`
    V48,
    /// `v49`
    V49,
    /// `v50`
    V50,
    /// `v51`
    V51,
    /// `v52`
    V52,
    /// `v53`
    V53,
    /// `v54`
    V54,
    /// `v55`
    V55,
    /// `v56`
    V56,
    /// `v57`
    V57,
    /// `v58`
    V58,
    /// `v59`
    V59,
    /// `v60`
    V60,
    /// `v61`
    V61,
    /// `v62`
    V62,
    /// `v63`
    V63,
    /// `v64`
    V64,
    /// `v65`
    V65,
    /// `v66`
    V66,
    /// `v67`
    V67,
    /// `v68`
    V68,
    /// `v69`
    V69,
    /// `v70`
    V70,
    /// `v71`
    V71,
    /// `v72`
    V72,
    /// `v73`
    V73,
    /// `v74`
    V74,
    /// `v75`
    V75,
    /// `v76`
    V76,
    /// `v77`
    V77,
    /// `v78`
    V78,
    /// `v79`
    V79,
    /// `v80`
    V80,
    /// `v81`
    V81,
    /// `v82`
    V82,
    /// `v83`
    V83,
    /// `v84`
    V84,
    /// `v85`
    V85,
    /// `v86`
    V86,
    /// `v87`
    V87,
    /// `v88`
    V88,
    /// `v89`
    V89,
    /// `v90`
    V90,
    /// `v91`
    V91,
    /// `v92`
    V92,
    /// `v93`
    V93,
    /// `v94`
    V94,
    /// `v95`
    V95,
    /// `v96`
    V96,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl RetrieveShort {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::V0 => "v0",
            Self::V1 => "v1",
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V4 => "v4",
            Self::V5 => "v5",
            Self::V6 => "v6",
            Self::V7 => "v7",
            Self::V8 => "v8",
            Self::V9 => "v9",
            Self::V10 => "v10",
            Self::V11 => "v11",
            Self::V12 => "v12",
            Self::V13 => "v13",
            Self::V14 => "v14",
            Self::V15 => "v15",
            Self::V16 => "v16",
            Self::V17 => "v17",
            Self::V18 => "v18",
            Self::V19 => "v19",
            Self::V20 => "v20",
            Self::V21 => "v21",
            Self::V22 => "v22",
            Self::V23 => "v23",
            Self::V24 => "v24",
            Self::V25 => "v25",
            Self::V26 => "v26",
            Self::V27 => "v27",
            Self::V28 => "v28",
            Self::V29 => "v29",
            Self::V30 => "v30",
            Self::V31 => "v31",
            Self::V32 => "v32",
            Self::V33 => "v33",
            Self::V34 => "v34",
            Self::V35 => "v35",
            Self::V36 => "v36",
            Self::V37 => "v37",
            Self::V38 => "v38",
            Self::V39 => "v39",
            Self::V40 => "v40",
            Self::V41 => "v41",
            Self::V42 => "v42",
            Self::V43 => "v43",
            Self::V44 => "v44",
            Self::V45 => "v45",
            Self::V46 => "v46",
            Self::V47 => "v47",
            Self::V48 => "v48",
            Self::V49 => "v49",
            Self::V50 => "v50",
            Self::V51 => "v51",
            Self::V52 => "v52",
            Self::V53 => "v53",
            Self::V54 => "v54",
            Self::V55 => "v55",
            Self::V56 => "v56",
            Self::V57 => "v57",
            Self::V58 => "v58",
            Self::V59 => "v59",
            Self::V60 => "v60",
            Self::V61 => "v61",
            Self::V62 => "v62",
            Self::V63 => "v63",
            Self::V64 => "v64",
            Self::V65 => "v65",
            Self::V66 => "v66",
            Self::V67 => "v67",
            Self::V68 => "v68",
            Self::V69 => "v69",
            Self::V70 => "v70",
            Self::V71 => "v71",
            Self::V72 => "v72",
            Self::V73 => "v73",
            Self::V74 => "v74",
            Self::V75 => "v75",
            Self::V76 => "v76",
            Self::V77 => "v77",
            Self::V78 => "v78",
            Self::V79 => "v79",
            Self::V80 => "v80",
            Self::V81 => "v81",
            Self::V82 => "v82",
            Self::V83 => "v83",
            Self::V84 => "v84",
            Self::V85 => "v85",
            Self::V86 => "v86",
            Self::V87 => "v87",
            Self::V88 => "v88",
            Self::V89 => "v89",
            Self::V90 => "v90",
            Self::V91 => "v91",
            Self::V92 => "v92",
            Self::V93 => "v93",
            Self::V94 => "v94",
            Self::V95 => "v95",
            Self::V96 => "v96",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for RetrieveShort {
    fn from(value: &str) -> Self {
        match value {
            "v0" => Self::V0,
            "v1" => Self::V1,
            "v2" => Self::V2,
            "v3" => Self::V3,
            "v4" => Self::V4,
            "v5" => Self::V5,
            "v6" => Self::V6,
            "v7" => Self::V7,
            "v8" => Self::V8,
            "v9" => Self::V9,
            "v10" => Self::V10,
            "v11" => Self::V11,
            "v12" => Self::V12,
            "v13" => Self::V13,
            "v14" => Self::V14,
            "v15" => Self::V15,
            "v16" => Self::V16,
            "v17" => Self::V17,
            "v18" => Self::V18,
            "v19" => Self::V19,
            "v20" => Self::V20,
            "v21" => Self::V21,
            "v22" => Self::V22,
            "v23" => Self::V23,
            "v24" => Self::V24,
            "v25" => Self::V25,
            "v26" => Self::V26,
            "v27" => Self::V27,
            "v28" => Self::V28,
            "v29" => Self::V29,
            "v30" => Self::V30,
            "v31" => Self::V31,
            "v32" => Self::V32,
            "v33" => Self::V33,
            "v34" => Self::V34,
            "v35" => Self::V35,
            "v36" => Self::V36,
            "v37" => Self::V37,
            "v38" => Self::V38,
            "v39" => Self::V39,
            "v40" => Self::V40,
            "v41" => Self::V41,
            "v42" => Self::V42,
            "v43" => Self::V43,
            "v44" => Self::V44,
            "v45" => Self::V45,
            "v46" => Self::V46,
            "v47" => Self::V47,
            "v48" => Self::V48,
            "v49" => Self::V49,
            "v50" => Self::V50,
            "v51" => Self::V51,
            "v52" => Self::V52,
            "v53" => Self::V53,
            "v54" => Self::V54,
            "v55" => Self::V55,
            "v56" => Self::V56,
            "v57" => Self::V57,
            "v58" => Self::V58,
            "v59" => Self::V59,
            "v60" => Self::V60,
            "v61" => Self::V61,
            "v62" => Self::V62,
            "v63" => Self::V63,
            "v64" => Self::V64,
            "v65" => Self::V65,
            "v66" => Self::V66,
            "v67" => Self::V67,
            "v68" => Self::V68,
            "v69" => Self::V69,
            "v70" => Self::V70,
            "v71" => Self::V71,
            "v72" => Self::V72,
            "v73" => Self::V73,
            "v74" => Self::V74,
            "v75" => Self::V75,
            "v76" => Self::V76,
            "v77" => Self::V77,
            "v78" => Self::V78,
            "v79" => Self::V79,
            "v80" => Self::V80,
            "v81" => Self::V81,
            "v82" => Self::V82,
            "v83" => Self::V83,
            "v84" => Self::V84,
            "v85" => Self::V85,
            "v86" => Self::V86,
            "v87" => Self::V87,
            "v88" => Self::V88,
            "v89" => Self::V89,
            "v90" => Self::V90,
            "v91" => Self::V91,
            "v92" => Self::V92,
            "v93" => Self::V93,
            "v94" => Self::V94,
            "v95" => Self::V95,
            "v96" => Self::V96,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(RetrieveShort);

/// Sent as `long`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetrieveLong {
    /// `v0`
    V0,
    /// `v1`
    V1,
    /// `v2`
    V2,
    /// `v3`
    V3,
    /// `v4`
    V4,
    /// `v5`
    V5,
    /// `v6`
    V6,
    /// `v7`
    V7,
    /// `v8`
    V8,
    /// `v9`
    V9,
    /// `v10`
    V10,
    /// `v11`
    V11,
    /// `v12`
    V12,
    /// `v13`
    V13,
    /// `v14`
    V14,
    /// `v15`
    V15,
    /// `v16`
    V16,
    /// `v17`
    V17,
    /// `v18`
    V18,
    /// `v19`
    V19,
    /// `v20`
    V20,
    /// `v21`
    V21,
    /// `v22`
    V22,
    /// `v23`
    V23,
    /// `v24`
    V24,
    /// `v25`
    V25,
    /// `v26`
    V26,
    /// `v27`
    V27,
    /// `v28`
    V28,
    /// `v29`
    V29,
    /// `v30`
    V30,
    /// `v31`
    V31,
    /// `v32`
    V32,
    /// `v33`
    V33,
    /// `v34`
    V34,
    /// `v35`
    V35,
    /// `v36`
    V36,
    /// `v37`
    V37,
    /// `v38`
    V38,
    /// `v39`
    V39,
    /// `v40`
    V40,
    /// `v41`
    V41,
    /// `v42`
    V42,
    /// `v43`
    V43,
    /// `v44`
    V44,
    /// `v45`
    V45,
    /// `v46`
    V46,
    /// `v47`
    V47,
    /// `v48`
    V48,
    /// `v49`
    V49,
    /// `v50`
    V50,
    /// `v51`
    V51,
    /// `v52`
    V52,
    /// `v53`
    V53,
    /// `v54`
    V54,
    /// `v55`
    V55,
    /// `v56`
    V56,
    /// `v57`
    V57,
    /// `v58`
    V58,
    /// `v59`
    V59,
    /// `v60`
    V60,
    /// `v61`
    V61,
    /// `v62`
    V62,
    /// `v63`
    V63,
    /// `v64`
    V64,
    /// `v65`
    V65,
    /// `v66`
    V66,
    /// `v67`
    V67,
    /// `v68`
    V68,
    /// `v69`
    V69,
    /// `v70`
    V70,
    /// `v71`
    V71,
    /// `v72`
    V72,
    /// `v73`
    V73,
    /// `v74`
    V74,
    /// `v75`
    V75,
    /// `v76`
    V76,
    /// `v77`
    V77,
    /// `v78`
    V78,
    /// `v79`
    V79,
    /// `v80`
    V80,
    /// `v81`
    V81,
    /// `v82`
    V82,
    /// `v83`
    V83,
    /// `v84`
    V84,
    /// `v85`
    V85,
    /// `v86`
    V86,
    /// `v87`
    V87,
    /// `v88`
    V88,
    /// `v89`
    V89,
    /// `v90`
    V90,
    /// `v91`
    V91,
    /// `v92`
    V92,
    /// `v93`
    V93,
    /// `v94`
    V94,
    /// `v95`
    V95,
    /// `v96`
    V96,
    /// `v97`
    V97,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl RetrieveLong {
    /// The value as Stripe writes it.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "it has a line for each value")]
    pub fn as_str(&self) -> &str {
        match self {
            Self::V0 => "v0",
            Self::V1 => "v1",
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V4 => "v4",
            Self::V5 => "v5",
            Self::V6 => "v6",
            Self::V7 => "v7",
            Self::V8 => "v8",
            Self::V9 => "v9",
            Self::V10 => "v10",
            Self::V11 => "v11",
            Self::V12 => "v12",
            Self::V13 => "v13",
            Self::V14 => "v14",
            Self::V15 => "v15",
            Self::V16 => "v16",
            Self::V17 => "v17",
            Self::V18 => "v18",
            Self::V19 => "v19",
            Self::V20 => "v20",
            Self::V21 => "v21",
            Self::V22 => "v22",
            Self::V23 => "v23",
            Self::V24 => "v24",
            Self::V25 => "v25",
            Self::V26 => "v26",
            Self::V27 => "v27",
            Self::V28 => "v28",
            Self::V29 => "v29",
            Self::V30 => "v30",
            Self::V31 => "v31",
            Self::V32 => "v32",
            Self::V33 => "v33",
            Self::V34 => "v34",
            Self::V35 => "v35",
            Self::V36 => "v36",
            Self::V37 => "v37",
            Self::V38 => "v38",
            Self::V39 => "v39",
            Self::V40 => "v40",
            Self::V41 => "v41",
            Self::V42 => "v42",
            Self::V43 => "v43",
            Self::V44 => "v44",
            Self::V45 => "v45",
            Self::V46 => "v46",
            Self::V47 => "v47",
            Self::V48 => "v48",
            Self::V49 => "v49",
            Self::V50 => "v50",
            Self::V51 => "v51",
            Self::V52 => "v52",
            Self::V53 => "v53",
            Self::V54 => "v54",
            Self::V55 => "v55",
            Self::V56 => "v56",
            Self::V57 => "v57",
            Self::V58 => "v58",
            Self::V59 => "v59",
            Self::V60 => "v60",
            Self::V61 => "v61",
            Self::V62 => "v62",
            Self::V63 => "v63",
            Self::V64 => "v64",
            Self::V65 => "v65",
            Self::V66 => "v66",
            Self::V67 => "v67",
            Self::V68 => "v68",
            Self::V69 => "v69",
            Self::V70 => "v70",
            Self::V71 => "v71",
            Self::V72 => "v72",
            Self::V73 => "v73",
            Self::V74 => "v74",
            Self::V75 => "v75",
            Self::V76 => "v76",
            Self::V77 => "v77",
            Self::V78 => "v78",
            Self::V79 => "v79",
            Self::V80 => "v80",
            Self::V81 => "v81",
            Self::V82 => "v82",
            Self::V83 => "v83",
            Self::V84 => "v84",
            Self::V85 => "v85",
            Self::V86 => "v86",
            Self::V87 => "v87",
            Self::V88 => "v88",
            Self::V89 => "v89",
            Self::V90 => "v90",
            Self::V91 => "v91",
            Self::V92 => "v92",
            Self::V93 => "v93",
            Self::V94 => "v94",
            Self::V95 => "v95",
            Self::V96 => "v96",
            Self::V97 => "v97",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for RetrieveLong {
    #[expect(clippy::too_many_lines, reason = "it has a line for each value")]
    fn from(value: &str) -> Self {
        match value {
            "v0" => Self::V0,
            "v1" => Self::V1,
            "v2" => Self::V2,
            "v3" => Self::V3,
            "v4" => Self::V4,
            "v5" => Self::V5,
            "v6" => Self::V6,
            "v7" => Self::V7,
            "v8" => Self::V8,
            "v9" => Self::V9,
            "v10" => Self::V10,
            "v11" => Self::V11,
            "v12" => Self::V12,
            "v13" => Self::V13,
            "v14" => Self::V14,
            "v15" => Self::V15,
            "v16" => Self::V16,
            "v17" => Self::V17,
            "v18" => Self::V18,
            "v19" => Self::V19,
            "v20" => Self::V20,
            "v21" => Self::V21,
            "v22" => Self::V22,
            "v23" => Self::V23,
            "v24" => Self::V24,
            "v25" => Self::V25,
            "v26" => Self::V26,
            "v27" => Self::V27,
            "v28" => Self::V28,
            "v29" => Self::V29,
            "v30" => Self::V30,
            "v31" => Self::V31,
            "v32" => Self::V32,
            "v33" => Self::V33,
            "v34" => Self::V34,
            "v35" => Self::V35,
            "v36" => Self::V36,
            "v37" => Self::V37,
            "v38" => Self::V38,
            "v39" => Self::V39,
            "v40" => Self::V40,
            "v41" => Self::V41,
            "v42" => Self::V42,
            "v43" => Self::V43,
            "v44" => Self::V44,
            "v45" => Self::V45,
            "v46" => Self::V46,
            "v47" => Self::V47,
            "v48" => Self::V48,
            "v49" => Self::V49,
            "v50" => Self::V50,
            "v51" => Self::V51,
            "v52" => Self::V52,
            "v53" => Self::V53,
            "v54" => Self::V54,
            "v55" => Self::V55,
            "v56" => Self::V56,
            "v57" => Self::V57,
            "v58" => Self::V58,
            "v59" => Self::V59,
            "v60" => Self::V60,
            "v61" => Self::V61,
            "v62" => Self::V62,
            "v63" => Self::V63,
            "v64" => Self::V64,
            "v65" => Self::V65,
            "v66" => Self::V66,
            "v67" => Self::V67,
            "v68" => Self::V68,
            "v69" => Self::V69,
            "v70" => Self::V70,
            "v71" => Self::V71,
            "v72" => Self::V72,
            "v73" => Self::V73,
            "v74" => Self::V74,
            "v75" => Self::V75,
            "v76" => Self::V76,
            "v77" => Self::V77,
            "v78" => Self::V78,
            "v79" => Self::V79,
            "v80" => Self::V80,
            "v81" => Self::V81,
            "v82" => Self::V82,
            "v83" => Self::V83,
            "v84" => Self::V84,
            "v85" => Self::V85,
            "v86" => Self::V86,
            "v87" => Self::V87,
            "v88" => Self::V88,
            "v89" => Self::V89,
            "v90" => Self::V90,
            "v91" => Self::V91,
            "v92" => Self::V92,
            "v93" => Self::V93,
            "v94" => Self::V94,
            "v95" => Self::V95,
            "v96" => Self::V96,
            "v97" => Self::V97,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(RetrieveLong);
