//! The findings: one file for each code, with the page that explains it and the rule that decides it.

mod c001;
mod e001;
mod e002;
mod n001;
mod n002;
mod n003;
mod n004;
mod o001;
mod page;
mod q001;
mod q002;
mod q003;
mod q004;
mod q005;
mod q006;
mod s001;
mod s003;
mod s004;
mod t001;
mod t002;
mod x001;
mod x002;

pub use page::{Code, Page};

impl Code {
    /// The page that explains it.
    pub const fn page(self) -> &'static Page {
        match self {
            Self::Q001 => &q001::PAGE,
            Self::Q002 => &q002::PAGE,
            Self::Q003 => &q003::PAGE,
            Self::Q004 => &q004::PAGE,
            Self::Q005 => &q005::PAGE,
            Self::Q006 => &q006::PAGE,
            Self::N001 => &n001::PAGE,
            Self::N002 => &n002::PAGE,
            Self::N003 => &n003::PAGE,
            Self::N004 => &n004::PAGE,
            Self::T001 => &t001::PAGE,
            Self::T002 => &t002::PAGE,
            Self::E001 => &e001::PAGE,
            Self::E002 => &e002::PAGE,
            Self::S001 => &s001::PAGE,
            Self::S003 => &s003::PAGE,
            Self::S004 => &s004::PAGE,
            Self::O001 => &o001::PAGE,
            Self::C001 => &c001::PAGE,
            Self::X001 => &x001::PAGE,
            Self::X002 => &x002::PAGE,
        }
    }

    /// The code with this name; nothing if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name().eq_ignore_ascii_case(name))
    }
}
