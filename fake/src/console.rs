//! The page at `/`: the sessions, and what can be done with them. Its script calls the control
//! interface.

use axum::Router;
use axum::routing::get;
use http::StatusCode;

use crate::html::{self, JAVASCRIPT, Policy};

pub(crate) fn router() -> Router {
    Router::new()
        .route("/", get(page))
        .route("/console.js", get(script))
        .route("/console.css", get(style))
}

async fn page() -> axum::response::Response {
    let page = include_str!("console/page.html").to_owned();
    html::page(StatusCode::OK, Policy::Console, page)
}

async fn script() -> axum::response::Response {
    html::asset(JAVASCRIPT, include_str!("console/console.js"))
}

async fn style() -> axum::response::Response {
    html::asset(
        "text/css; charset=utf-8",
        include_str!("console/console.css"),
    )
}
