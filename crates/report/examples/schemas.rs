//! Writes the JSON Schemas of the values that leave into a folder: `cargo run --example schemas -- schemas`.

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name the folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    for (name, schema) in coincide_report::schemas() {
        std::fs::write(folder.join(name), coincide_report::json(&schema)?)?;
    }
    Ok(())
}
