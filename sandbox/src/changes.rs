//! What a create or an update wants to change, read from JSON or multipart and checked.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Multipart, Request},
    http::{StatusCode, header},
};
use serde_json::{Map, Value};

use crate::{
    api_error::{ApiError, Problem, Source},
    connection::TEXT_ATTRIBUTES,
};

/// The body of a write.
#[derive(Debug, Default)]
pub struct Body {
    /// `data.id`, where the body has it.
    pub id: Option<String>,
    /// `data.type`, where the body has it.
    pub kind: Option<String>,
    pub attributes: Map<String, Value>,
    pub image: Option<Bytes>,
}

/// Checked changes; what is not in them stays as it is.
#[derive(Debug, Default)]
pub struct Changes {
    pub texts: Vec<(&'static str, Option<String>)>,
    pub agency_name: Option<Option<String>>,
    pub agent_team_name: Option<Option<String>>,
    pub tags: Option<Vec<String>>,
    pub image: Option<(&'static str, Bytes)>,
}

impl Body {
    /// Reads the body by its content type.
    pub async fn read(request: Request) -> Result<Self, ApiError> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind =
            content_type.and_then(|value| value.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
        match kind.as_str() {
            "application/vnd.api+json" | "application/json" => Self::from_json(request).await,
            "multipart/form-data" => Self::from_multipart(request).await,
            _ => Err(ApiError::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "Bodies come as application/vnd.api+json, application/json or multipart/form-data.",
            )
            .at(Source::Header("Content-Type"))),
        }
    }

    async fn from_json(request: Request) -> Result<Self, ApiError> {
        let bytes = Bytes::from_request(request, &())
            .await
            .map_err(|error| ApiError::new(error.status(), error.body_text()))?;
        let Json(mut document): Json<Value> = Json::from_bytes(&bytes).map_err(|error| {
            ApiError::new(StatusCode::BAD_REQUEST, format!("The body is not JSON: {}", error.body_text()))
        })?;
        let malformed = |pointer: &str, detail: &str| {
            ApiError::new(StatusCode::BAD_REQUEST, detail).at(Source::Pointer(pointer.into()))
        };
        let Some(data) = document.get_mut("data").and_then(Value::as_object_mut) else {
            return Err(malformed("/data", "The document has no resource object in data."));
        };
        let attributes = match data.remove("attributes") {
            None => Map::new(),
            Some(Value::Object(attributes)) => attributes,
            Some(_) => return Err(malformed("/data/attributes", "The attributes are not an object.")),
        };
        let text = |name: &str| data.get(name).and_then(Value::as_str).map(str::to_owned);
        Ok(Self { id: text("id"), kind: text("type"), attributes, image: None })
    }

    async fn from_multipart(request: Request) -> Result<Self, ApiError> {
        let refused =
            |error: axum::extract::multipart::MultipartError| ApiError::new(error.status(), error.body_text());
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|error| ApiError::new(error.status(), error.body_text()))?;
        let mut body = Self::default();
        while let Some(part) = parts.next_field().await.map_err(refused)? {
            let name = part.name().unwrap_or_default().to_owned();
            match name.as_str() {
                "data[attributes][image]" => body.image = Some(part.bytes().await.map_err(refused)?),
                "data[id]" => body.id = Some(part.text().await.map_err(refused)?),
                "data[type]" => body.kind = Some(part.text().await.map_err(refused)?),
                _ => {
                    let text = Value::from(part.text().await.map_err(refused)?);
                    body.add_part(&name, text)?;
                }
            }
        }
        Ok(body)
    }

    /// `data[attributes][field]` is a value, `data[attributes][field][]` one of an array.
    fn add_part(&mut self, name: &str, text: Value) -> Result<(), ApiError> {
        let field = name.strip_prefix("data[attributes][").and_then(|rest| rest.split_once(']'));
        match field {
            Some((field, "")) => {
                self.attributes.insert(field.into(), text);
            }
            Some((field, "[]")) => {
                let items = self.attributes.entry(field).or_insert_with(|| Value::Array(Vec::new()));
                if let Some(items) = items.as_array_mut() {
                    items.push(text);
                }
            }
            _ => return Err(ApiError::new(StatusCode::BAD_REQUEST, format!("The part “{name}” is not known."))),
        }
        Ok(())
    }

    /// Writes the email in lower case, as some servers store it.
    pub fn lower_email(&mut self) {
        if let Some(Value::String(email)) = self.attributes.get_mut("email") {
            *email = email.to_lowercase();
        }
    }

    /// Checks every value. Attributes that nobody knows, ids and counts are dropped without a word, as servers do.
    pub fn check(self, max_image_bytes: usize) -> Result<Changes, ApiError> {
        let mut changes = Changes::default();
        let mut problems = Vec::new();
        let mut refuse = |name: &str, detail: &str| {
            let source = Some(Source::Pointer(format!("/data/attributes/{name}")));
            problems.push(Problem { detail: detail.into(), source });
        };
        for (name, value) in &self.attributes {
            match name.as_str() {
                "tags" => match tags(value) {
                    Some(tags) => changes.tags = Some(tags),
                    None => refuse("tags", "Tags are a list of names."),
                },
                "agency_name" => match optional_text(value) {
                    Some(text) => changes.agency_name = Some(text),
                    None => refuse(name, "This must be text."),
                },
                "agent_team_name" => match optional_text(value) {
                    Some(text) => changes.agent_team_name = Some(text),
                    None => refuse(name, "This must be text."),
                },
                _ => {
                    let Some(known) = TEXT_ATTRIBUTES.into_iter().find(|known| known == name) else { continue };
                    match optional_text(value) {
                        Some(text) => match fault(known, text.as_deref()) {
                            Some(detail) => refuse(known, &detail),
                            None => changes.texts.push((known, text)),
                        },
                        None => refuse(known, "This must be text."),
                    }
                }
            }
        }
        if let Some(image) = self.image {
            if image.len() > max_image_bytes {
                let detail = format!("The image is larger than {max_image_bytes} bytes.");
                return Err(ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
                    .at(Source::Pointer("/data/attributes/image".into())));
            }
            match image_extension(&image) {
                Some(extension) => changes.image = Some((extension, image)),
                None => refuse("image", "The image is not a JPEG, PNG or GIF."),
            }
        }
        if problems.is_empty() {
            Ok(changes)
        } else {
            Err(ApiError { status: StatusCode::UNPROCESSABLE_ENTITY, problems })
        }
    }
}

/// Text, or nothing for null and blank text; `None` for any other type.
fn optional_text(value: &Value) -> Option<Option<String>> {
    match value {
        Value::Null => Some(None),
        Value::String(text) => Some(Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)),
        _ => None,
    }
}

fn fault(name: &str, text: Option<&str>) -> Option<String> {
    let text = text?;
    let limit = if name.ends_with("notes") { 10_000 } else { 255 };
    if text.chars().count() > limit {
        return Some(format!("This is longer than {limit} characters."));
    }
    (name == "email" && !email_address::EmailAddress::is_valid(text)).then(|| "This is not an email address.".into())
}

fn tags(value: &Value) -> Option<Vec<String>> {
    let items = match value {
        Value::Null => return Some(Vec::new()),
        Value::Array(items) => items,
        _ => return None,
    };
    let mut tags: Vec<String> = Vec::new();
    for item in items {
        let tag = item.as_str()?.trim();
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    Some(tags)
}

/// The ending that fits the bytes, whatever the file was called; `None` for what is not taken.
fn image_extension(bytes: &[u8]) -> Option<&'static str> {
    let format = image::guess_format(bytes).ok()?;
    image::ImageReader::with_format(std::io::Cursor::new(bytes), format).into_dimensions().ok()?;
    match format {
        image::ImageFormat::Jpeg => Some("jpg"),
        image::ImageFormat::Png => Some("png"),
        image::ImageFormat::Gif => Some("gif"),
        _ => None,
    }
}
