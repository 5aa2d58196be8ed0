//! Which fault meets which attempt of which call, by a seed.

/// What goes wrong with one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    Nothing,
    /// The origin refuses, and creates nothing.
    Busy,
    Conflict,
    Limited,
    Invalid,
    /// The origin fails while creating, and keeps that.
    KeptFailure,
    /// The origin closes without a reply.
    Closed(Created),
    /// The proxy closes without a reply, or says 502.
    Dropped(Created),
    /// The proxy resets the connection, or says 504.
    Reset(Created),
    /// The proxy forgets the connection without a word where it can.
    Vanished(Created),
    /// Nothing comes.
    Silence(Created),
    /// A page of HTML, as a success.
    Page,
    /// Half the body, then nothing.
    Half,
    Stall,
}

/// Whether the session was created before it went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Created {
    Yes,
    No,
}

/// What the client makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Succeeds,
    Repeats,
    Fails,
}

/// The faults in a thousand attempts. What takes a timeout is rare.
const FAULTS: [(Fault, u64); 19] = [
    (Fault::Nothing, 694),
    (Fault::Busy, 45),
    (Fault::Conflict, 20),
    (Fault::Limited, 20),
    (Fault::Invalid, 5),
    (Fault::KeptFailure, 5),
    (Fault::Closed(Created::No), 30),
    (Fault::Closed(Created::Yes), 30),
    (Fault::Dropped(Created::No), 30),
    (Fault::Dropped(Created::Yes), 30),
    (Fault::Reset(Created::No), 20),
    (Fault::Reset(Created::Yes), 20),
    (Fault::Vanished(Created::No), 1),
    (Fault::Vanished(Created::Yes), 1),
    (Fault::Silence(Created::No), 1),
    (Fault::Silence(Created::Yes), 1),
    (Fault::Page, 5),
    (Fault::Half, 40),
    (Fault::Stall, 2),
];

impl Fault {
    fn then(self) -> Then {
        match self {
            Self::Nothing => Then::Succeeds,
            Self::Invalid | Self::Page => Then::Fails,
            Self::Busy
            | Self::Conflict
            | Self::Limited
            | Self::KeptFailure
            | Self::Closed(_)
            | Self::Dropped(_)
            | Self::Reset(_)
            | Self::Vanished(_)
            | Self::Silence(_)
            | Self::Half
            | Self::Stall => Then::Repeats,
        }
    }

    fn creates(self) -> bool {
        match self {
            Self::Nothing | Self::Page | Self::Half | Self::Stall => true,
            Self::Closed(created)
            | Self::Dropped(created)
            | Self::Reset(created)
            | Self::Vanished(created)
            | Self::Silence(created) => created == Created::Yes,
            Self::Busy | Self::Conflict | Self::Limited | Self::Invalid | Self::KeptFailure => {
                false
            }
        }
    }
}

/// The faults of all calls.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
}

impl Plan {
    /// The fault of an attempt, counted from 0.
    pub(crate) fn fault(self, call: usize, attempt: usize) -> Fault {
        let total: u64 = FAULTS.iter().map(|(_, weight)| weight).sum();
        let mut left = mixed(self.seed, &[call as u64, attempt as u64]) % total;
        for (fault, weight) in FAULTS {
            if left < weight {
                return fault;
            }
            left -= weight;
        }
        Fault::Nothing
    }

    /// Whether a call succeeds that makes so many attempts at most.
    pub(crate) fn succeeds(self, call: usize, attempts: usize) -> bool {
        let (mut kept_failure, mut created) = (false, false);
        for attempt in 0..attempts {
            let fault = self.fault(call, attempt);
            // The key gives back what it was answered first.
            kept_failure |= fault == Fault::KeptFailure && !created;
            created |= fault.creates() && !kept_failure;
            match fault.then() {
                Then::Fails => return false,
                // A failure that was to be kept is none once there is a session.
                Then::Repeats if fault == Fault::KeptFailure && created => return true,
                Then::Succeeds if !kept_failure => return true,
                Then::Succeeds | Then::Repeats => {}
            }
        }
        false
    }
}

/// `SplitMix64` over the seed and some numbers.
fn mixed(seed: u64, numbers: &[u64]) -> u64 {
    numbers.iter().fold(seed, |state, number| {
        let mut mixed = state ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = mixed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    })
}
