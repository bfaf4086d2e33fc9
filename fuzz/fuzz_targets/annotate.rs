#![no_main]
//! Annotates an arbitrary text as it is given; every span must slice to the words beside it.

use coincide::{Input, Options, Span, formats};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let input = Input::text("text", text.as_ref());
    let Ok(annotated) = coincide::annotate([input], &Options::default()) else { return };
    for reading in &annotated.readings {
        let text: Vec<char> = reading.text().chars().collect();
        let slice = |span: Span| text[span.start..span.end].iter().collect::<String>();
        let found = formats::annotations(reading);
        for quotation in &found.quotations {
            assert_eq!(slice(quotation.span), quotation.text);
            if let Some(words) = &quotation.cue {
                assert_eq!(slice(words.span), words.text);
            }
            if let Some(speaker) = &quotation.speaker {
                assert_eq!(slice(speaker.span), speaker.text);
            }
        }
        for quantity in &found.quantities {
            assert_eq!(slice(quantity.span), quantity.text);
            assert!(quantity.value.0 <= quantity.value.1);
        }
        for time in &found.times {
            assert_eq!(slice(time.span), time.text);
        }
        for mention in found.entities.iter().flat_map(|entity| &entity.mentions) {
            assert!(!slice(*mention).is_empty());
        }
    }
});
