//! The photo in the form.

use leptos::{prelude::*, task::spawn_local};
use web_sys::Blob;

use super::{AgentForm, PictureWait};
use crate::{
    domain::{crop::Crop, field::Field},
    state::{
        drafts::PhotoKey,
        photo::{ChosenPhoto, Source},
        state_signal::StateSignal,
    },
};

/// The photo that is chosen, and whether one is being read.
#[derive(Clone, Copy)]
pub struct PhotoChoice {
    chosen: StateSignal<Option<ChosenPhoto>, LocalStorage>,
    /// Counted up with each choice.
    choices: StoredValue<u32>,
    /// The choices that are being read, the newest last. Those before it are there for when it turns out to be no photo.
    pub(super) reading: RwSignal<Vec<u32>>,
    /// The pictures that are being read as they were chosen, each with its choice and its name.
    pictures: StoredValue<Vec<(u32, Blob, String)>, LocalStorage>,
    remark: StateSignal<Option<Remark>>,
    /// The photo of the draft that was brought back, and its choice, until it is read.
    kept_before: StoredValue<Option<(u32, Blob, String)>, LocalStorage>,
}

/// What there is to say of the newest choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It came while a save was under way, and was not taken.
    WhileSaving,
    /// Several files came at once, of which the first was taken.
    FirstOfSeveral,
}

impl PhotoChoice {
    /// None is chosen.
    pub(super) fn new() -> Self {
        Self {
            chosen: StateSignal::new_local(None),
            choices: StoredValue::new(0),
            reading: RwSignal::new(Vec::new()),
            pictures: StoredValue::new_local(Vec::new()),
            remark: StateSignal::new(None),
            kept_before: StoredValue::new_local(None),
        }
    }

    /// The photo that is chosen and not saved.
    pub fn chosen(&self) -> ReadSignal<Option<ChosenPhoto>, LocalStorage> {
        self.chosen.read_only()
    }

    /// Whether a picture is being read and made ready; tracked.
    pub fn is_reading(&self) -> bool {
        self.reading.with(|reading| !reading.is_empty())
    }

    /// What there is to say of the newest choice.
    pub fn remark(&self) -> ReadSignal<Option<Remark>> {
        self.remark.read_only()
    }

    /// The pictures that are being read, the newest last.
    pub(super) fn being_read(&self) -> Vec<(Blob, String)> {
        let reading = self.reading.get_untracked();
        let mut pictures = self.pictures.get_value();
        pictures.retain(|(choice, ..)| reading.contains(choice));
        pictures.into_iter().map(|(_, picture, name)| (picture, name)).collect()
    }

    /// What the photo that is chosen is known by.
    pub(super) fn key(&self) -> Option<PhotoKey> {
        self.chosen
            .with_untracked(|photo| photo.as_ref().map(|photo| (photo.file.name.clone(), photo.file.blob.size())))
    }

    /// The photo of the draft that was brought back, until it is read.
    pub(super) fn kept_before(&self) -> Option<(Blob, String)> {
        self.kept_before.get_value().map(|(_, picture, name)| (picture, name))
    }

    /// Whether a picture is being read that no draft has; tracked.
    pub(super) fn is_reading_another(&self) -> bool {
        let kept = self.kept_before.with_value(|kept| kept.as_ref().map(|(choice, ..)| *choice));
        self.reading.with(|reading| reading.last().is_some_and(|newest| Some(*newest) != kept))
    }

    /// Takes a photo, or gives up the one that was chosen.
    pub(super) fn set(&self, photo: Option<ChosenPhoto>) {
        self.kept_before.set_value(None);
        self.pictures.set_value(Vec::new());
        self.remark.set(None);
        self.reading.set(Vec::new());
        self.chosen.set(photo);
    }

    fn begin_reading(&self) -> u32 {
        let choice = self.choices.get_value() + 1;
        self.choices.set_value(choice);
        self.remark.set(None);
        self.reading.update(|reading| reading.push(choice));
        choice
    }

    /// A choice is read: those before it are not wanted any more if it `is_photo`. `None` if it is not wanted itself, else
    /// whether it was the newest.
    fn end_reading(&self, choice: u32, is_photo: bool) -> Option<bool> {
        let mut reading = self.reading.try_get_untracked()?;
        let place = reading.iter().position(|other| *other == choice)?;
        let is_newest = place + 1 == reading.len();
        reading.drain(if is_photo { 0 } else { place }..=place);
        if self.kept_before.with_value(|kept| kept.as_ref().is_some_and(|(kept, ..)| !reading.contains(kept))) {
            self.kept_before.set_value(None);
        }
        self.pictures.update_value(|pictures| pictures.retain(|(choice, ..)| reading.contains(choice)));
        self.reading.set(reading);
        Some(is_newest)
    }
}

impl AgentForm {
    /// The photo in the form.
    pub fn photo(&self) -> PhotoChoice {
        self.photo
    }

    /// Reads a picture and takes it as the photo; says what is wrong with it if it can't be one. The photo that was chosen
    /// before stays until then.
    pub fn choose_photo(&self, picture: Blob, name: String) {
        let locale = self.locale;
        if self.is_busy() {
            return self.photo.remark.set(Some(Remark::WhileSaving));
        }
        let (blob, title) = (picture.clone(), name.clone());
        let choice = self.read_photo(async move { ChosenPhoto::read(blob, &title, locale).await });
        self.photo.pictures.update_value(|pictures| pictures.extend(choice.map(|choice| (choice, picture, name))));
    }

    /// The same with the first of several files that came at once.
    pub fn choose_first_photo(&self, picture: Blob, name: String) {
        self.choose_photo(picture, name);
        if !self.is_busy() {
            self.photo.remark.set(Some(Remark::FirstOfSeveral));
        }
    }

    /// The same with the photo of a draft, which stays kept until it is read.
    pub(super) fn choose_kept_photo(&self, picture: Blob, name: String) {
        let choice = self.photo.choices.get_value() + 1;
        self.photo.kept_before.set_value(Some((choice, picture.clone(), name.clone())));
        self.choose_photo(picture, name);
    }

    /// Cuts another part out of the picture that was chosen.
    pub fn crop_photo(&self, source: Source, crop: Crop) {
        self.read_photo(ChosenPhoto::cropped(source, crop, self.locale));
    }

    /// Gives up the photo that was chosen.
    pub fn remove_photo(&self) {
        if self.is_busy() {
            return;
        }
        self.wait_no_longer();
        self.photo.set(None);
        self.clear_problem(Field::Photo);
    }

    /// Gives the choice that it is; `None` while a save is under way, which takes no other.
    fn read_photo(&self, photo: impl Future<Output = Result<ChosenPhoto, String>> + 'static) -> Option<u32> {
        let form = *self;
        if self.is_busy() {
            return None;
        }
        self.wait_no_longer();
        self.clear_problem(Field::Photo);
        let choice = self.photo.begin_reading();
        spawn_local(async move {
            let photo = photo.await;
            match (form.photo.end_reading(choice, photo.is_ok()), photo) {
                (Some(_), Ok(photo)) => {
                    form.photo.chosen.set(Some(photo));
                    let is_done = !untrack(|| form.photo.is_reading());
                    if is_done && form.waiting.get_untracked() == PictureWait::ForPicture {
                        form.save();
                    }
                }
                (Some(true), Err(problem)) => {
                    form.wait_no_longer();
                    form.set_problem(Field::Photo, problem);
                }
                _ => {}
            }
        });
        Some(choice)
    }

    /// Whether Save waits for a picture.
    pub fn waiting(&self) -> ReadSignal<PictureWait> {
        self.waiting.read_only()
    }

    /// A Save that waits for a picture is given up: the person goes on with the form.
    pub fn wait_no_longer(&self) {
        if self.waiting.get_untracked() == PictureWait::ForPicture {
            self.waiting.set(PictureWait::NoLonger);
        }
    }
}
