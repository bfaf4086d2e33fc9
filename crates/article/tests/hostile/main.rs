//! Pages that stop or crash other readers: each is read in bounded time and memory, and its article is found all the same.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic here is a failed test")]

mod pages;
mod story;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use coincide_article::{Article, Error, Fields, Input, Kind, Limits, captures, read, read_draft};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Held by each test, since memory is that of the whole program.
static ALONE: Mutex<()> = Mutex::new(());

/// Longest time for one page. Without optimisation and with checked arithmetic our own code takes some six times as
/// long.
const LONGEST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 6000 } else { 1000 });

/// Most memory for one page, in bytes, the page itself included.
const MOST: usize = 200 << 20;

/// Most memory for a usual page, as a multiple of its size, the page itself included.
const MOST_TIMES: usize = 6;

/// A result, and what it took.
struct Measured<T> {
    result: T,
    time: Duration,
    memory: usize,
}

/// Runs `work`; memory is the most that was in use at once beyond what was in use before.
fn measure<T>(work: impl FnOnce() -> T) -> Measured<T> {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let start = Instant::now();
    let result = work();
    let time = start.elapsed();
    Measured { result, time, memory: MEMORY.peak_usage().saturating_sub(before) }
}

fn read_page(page: &[u8]) -> Result<Option<Article>, Error> {
    let input = Input { bytes: page, kind: Some(Kind::Html), ..Input::default() };
    read(&input, &Fields::default()).map(|contents| contents.articles.into_iter().next())
}

/// All that is wrong with how a page is read; nothing if all is well.
fn faults(case: &pages::Case) -> Vec<String> {
    let page = (case.page)();
    let mut measured = measure(|| read_page(&page));
    // What else the machine does is not the page's fault.
    for _ in 0..2 {
        if measured.time > LONGEST {
            measured = measure(|| read_page(&page));
        }
    }
    let Measured { result, time, memory } = measured;
    let memory = memory + page.len();
    let mut faults = Vec::new();
    if time > LONGEST {
        faults.push(format!("takes {time:?}"));
    }
    if memory > MOST {
        faults.push(format!("takes {} MB", memory >> 20));
    }
    match result {
        Ok(Some(article)) => {
            let missing = story::missing(&article, case.keeps);
            match (case.known_failure, missing.is_empty()) {
                (true, true) => faults.push("is read well, and no known failure any more".to_owned()),
                (true, false) => {}
                (false, _) => faults.extend(missing),
            }
        }
        Ok(None) => faults.push("gives no article".to_owned()),
        Err(_) if case.keeps == story::Keeps::NothingElseAnError => {}
        Err(error) => faults.push(format!("is refused: {error}")),
    }
    faults
}

#[test]
fn hostile_pages_are_read_in_bounded_time_and_memory() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut report = String::new();
    for case in pages::CASES {
        for fault in faults(case) {
            report += &format!("{}: {fault}\n", case.name);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn hostile_pages_are_read_as_drafts() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut report = String::new();
    for case in pages::CASES {
        let page = (case.page)();
        let input = Input { bytes: &page, kind: Some(Kind::Html), ..Input::default() };
        let measured = measure(|| read_draft(&input, &Fields::default()).is_ok());
        // Where all is a link, nothing is prose.
        let may_fail = matches!(case.keeps, story::Keeps::Anything | story::Keeps::NothingElseAnError);
        if !measured.result && !may_fail || measured.time > LONGEST || measured.memory + page.len() > MOST {
            report += &format!("{}: {:?}, {} MB\n", case.name, measured.time, measured.memory >> 20);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn a_page_of_the_usual_make_takes_a_bounded_multiple_of_its_size() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    // What is made once for all pages.
    read_page(story::page("", "").as_bytes()).unwrap();
    for paragraphs in [300, 3000] {
        let page = pages::usual(paragraphs);
        let Measured { result, memory, .. } = measure(|| read_page(&page));
        let memory = memory + page.len();
        assert!(
            memory <= MOST_TIMES * page.len(),
            "{:.1} times {} kB",
            memory as f64 / page.len() as f64,
            page.len() >> 10
        );
        let kept = result.unwrap().unwrap().paragraphs.len();
        assert!(kept >= paragraphs, "{kept} paragraphs of {paragraphs}");
    }
}

#[test]
fn the_same_page_gives_the_same_article_on_any_thread() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let pages = [pages::usual(300), story::page(&"<b><i>x</b>y</i>".repeat(500), "").into_bytes()];
    let shown = |page: &[u8]| format!("{:?}", read_page(page));
    let expected: Vec<String> = pages.iter().map(|page| shown(page)).collect();
    let (shown, pages, expected) = (&shown, &pages, &expected);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(move || {
                for (page, expected) in pages.iter().zip(expected) {
                    assert_eq!(&shown(page), expected);
                }
            });
        }
    });
}

#[test]
fn what_is_packed_too_densely_is_refused_in_bounded_time_and_memory() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let packed = pages::gzip_bomb();
    let measured = measure(|| captures(packed.as_slice(), Some("page.html.gz"), Limits::default()).collect::<Vec<_>>());
    let [Ok(capture)] = measured.result.as_slice() else { panic!("{:?}", measured.result) };
    assert!(capture.bytes.len() <= 1 << 20 && capture.problems.len() == 1, "{} bytes", capture.bytes.len());
    assert!(capture.problems[0].message.contains("more than 200 times"), "{:?}", capture.problems);
    assert!(measured.time <= LONGEST && measured.memory <= MOST, "{:?}, {}", measured.time, measured.memory);
    let input = Input { bytes: &packed, ..Input::default() };
    let measured = measure(|| read(&input, &Fields::default()).unwrap());
    assert!(measured.result.problems.iter().any(|problem| problem.message.contains("more than 200 times")));
    assert!(story::missing(&measured.result.articles[0], story::Keeps::All).is_empty());
    assert!(measured.time <= LONGEST && measured.memory <= MOST, "{:?}, {}", measured.time, measured.memory);
}
