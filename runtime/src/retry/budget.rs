use std::sync::atomic::{AtomicU32, Ordering};

use crate::InvalidArgument;

/// What a retry costs.
const COST: u32 = 5;
/// What a success gives back.
const REFUND: u32 = 1;

/// A token bucket that all calls of a client share: where nearly every call
/// fails, retries stop instead of multiplying the load.
#[derive(Debug)]
pub(crate) struct RetryBudget {
    /// `None`: no bound.
    capacity: Option<u32>,
    tokens: AtomicU32,
}

impl RetryBudget {
    /// As many tokens as a client starts with.
    pub(crate) const DEFAULT: u32 = 500;

    /// A full bucket of this size.
    ///
    /// # Errors
    ///
    /// It is too small for one retry.
    pub(crate) fn new(capacity: Option<u32>) -> Result<Self, InvalidArgument> {
        if capacity.is_some_and(|capacity| capacity < COST) {
            let reason = "too small for one retry, which takes 5 tokens; \
                for no retries, set `max_retries` to 0";
            return Err(InvalidArgument::new("retry_budget", reason));
        }
        Ok(Self {
            capacity,
            tokens: AtomicU32::new(capacity.unwrap_or_default()),
        })
    }

    /// Takes what a retry costs; false if it is not there.
    pub(crate) fn withdraw(&self) -> bool {
        self.capacity.is_none()
            || self
                .tokens
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| {
                    tokens.checked_sub(COST)
                })
                .is_ok()
    }

    /// A call succeeded.
    pub(crate) fn refund(&self) {
        let Some(capacity) = self.capacity else {
            return;
        };
        // Full is the usual state, and needs no write that other cores see.
        if self.tokens.load(Ordering::Relaxed) < capacity {
            let _ = self
                .tokens
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| {
                    Some(tokens.saturating_add(REFUND).min(capacity))
                });
        }
    }
}
